/** The few things that a mail is made of, written twice: as plain text and as simple HTML. */
export type Block =
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'link'; label: string; href: string }
  | { kind: 'rule' }

/** Lines stay as long as they are: mail programs wrap them, and a link that is broken in two does not work. */
export function toText(blocks: readonly Block[]): string {
  return `${blocks.map(textOf).join('\n\n')}\n`
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return flat(block.text)
    case 'heading':
      return `== ${flat(block.text)}`
    case 'list':
      return block.items.map((item) => `- ${flat(item)}`).join('\n')
    case 'link':
      return `${label(block)}:\n${block.href}`
    case 'rule':
      return '* * *'
  }
}

/** No pictures, no styles, no links but to the site: nothing in it tells anybody that it was read. */
export function toHtml(blocks: readonly Block[], language: string): string {
  const head = '<head><meta charset="utf-8"><title>Schakel</title></head>'
  return `<!doctype html>\n<html lang="${language}">\n${head}\n<body>\n${blocks.map(htmlOf).join('\n')}\n</body>\n</html>\n`
}

function htmlOf(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escaped(flat(block.text))}</p>`
    case 'heading':
      return `<h2>${escaped(flat(block.text))}</h2>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escaped(flat(item))}</li>`).join('')}</ul>`
    case 'link':
      return `<p><a href="${escaped(block.href)}">${escaped(label(block))}</a></p>`
    case 'rule':
      return '<hr>'
  }
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()
const label = (block: { label: string }) => flat(block.label).replace(/:$/, '')
const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] as string)
