/** Reads and fills in the forms of a page as a browser without scripts would. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

type Element = Tree.Element

const attribute = (element: Element, name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value
const children = (node: Tree.Node): Tree.Node[] => ('childNodes' in node ? node.childNodes : [])
function* elementsIn(node: Tree.Node): Generator<Element> {
  for (const child of children(node)) {
    if ('tagName' in child) yield child
    yield* elementsIn(child)
  }
}
const textOf = (node: Tree.Node): string =>
  node.nodeName === '#text' ? (node as Tree.TextNode).value : children(node).map(textOf).join('')

/** What people read, in one line; `within`: only of the element with this id. */
export function wordsOf(html: string, within?: string): string {
  const page = parse(html)
  const node = within
    ? [...elementsIn(page)].find((element) => attribute(element, 'id') === within)
    : [...elementsIn(page)].find((element) => element.tagName === 'body')
  if (!node) throw new Error(`the page has no element ${within ?? 'body'}`)
  return textOf(node).replace(/\s+/g, ' ').trim()
}

/** Whether the page has a form with this id. */
export const hasForm = (html: string, id: string): boolean =>
  [...elementsIn(parse(html))].some(
    (element) => element.tagName === 'form' && attribute(element, 'id') === id,
  )

/** The fields of the form with this id as they would be sent, untouched. @throws when there is none */
export function formOn(html: string, id: string): URLSearchParams {
  const form = [...elementsIn(parse(html))].find(
    (element) => element.tagName === 'form' && attribute(element, 'id') === id,
  )
  if (!form) throw new Error(`the page has no form ${id}`)
  const fields = new URLSearchParams()
  for (const element of elementsIn(form)) {
    const name = attribute(element, 'name')
    if (name === undefined || element.tagName === 'button') continue
    const value = shownIn(element)
    if (value !== null) fields.append(name, value)
  }
  return fields
}

function shownIn(element: Element): string | null {
  switch (element.tagName) {
    case 'textarea':
      return textOf(element).replace(/^\n/, '')
    case 'select': {
      const options = [...elementsIn(element)].filter((one) => one.tagName === 'option')
      const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0]
      return chosen ? (attribute(chosen, 'value') ?? textOf(chosen)) : null
    }
    case 'input': {
      const type = attribute(element, 'type') ?? 'text'
      if (type === 'submit') return null
      if (type === 'radio' || type === 'checkbox') {
        return attribute(element, 'checked') === undefined ? null : (attribute(element, 'value') ?? 'on')
      }
      return attribute(element, 'value') ?? ''
    }
    default:
      return null
  }
}
