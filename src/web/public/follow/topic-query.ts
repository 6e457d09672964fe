import { followDomains, type NamedTopic, type Topic } from '../../../council/index.ts'
import type { Domain } from '../../../council/read/reading.ts'
import type { FollowRequest, MunicipalityRequest } from '../../page.ts'
import { hrefHere } from '../../page.ts'

/** What an address or a form says somebody wants to follow; null when it says nothing that can be. */
export function topicIn(values: { get(name: string): unknown }): Topic | null {
  const value = (name: string) => String(values.get(name) ?? '').trim()
  const motion = value('motie')
  if (/^[1-9]\d{0,8}$/.test(motion)) return { kind: 'motion', motion: Number(motion) }
  const party = value('fractie')
  if (/^[a-z0-9-]{1,100}$/.test(party)) return { kind: 'party', party }
  const domain = value('domein')
  return followDomains.includes(domain as Domain) ? { kind: 'domain', domain: domain as Domain } : null
}

/** What is followed, by the name that it has now. */
export function topicOf(named: NamedTopic): Topic {
  switch (named.kind) {
    case 'motion':
      return { kind: 'motion', motion: named.motion.id }
    case 'party':
      return { kind: 'party', party: named.slug }
    case 'domain':
      return { kind: 'domain', domain: named.domain }
  }
}

/** The field and value that say the same again. */
export function fieldOf(topic: NamedTopic): { name: string; value: string } {
  switch (topic.kind) {
    case 'motion':
      return { name: 'motie', value: String(topic.motion.id) }
    case 'party':
      return { name: 'fractie', value: topic.slug }
    case 'domain':
      return { name: 'domein', value: topic.domain }
  }
}

export function followHref(request: MunicipalityRequest, topic: NamedTopic): string {
  const { name, value } = fieldOf(topic)
  return hrefHere(request, `/volgen?${name}=${encodeURIComponent(value)}`)
}

export const tokenIn = (request: FollowRequest) => request.params.token ?? ''
