import type { ReactNode } from 'react'
import type { Ctx } from '../../../../ctx.ts'
import type { DeskRequest } from '../../../page.ts'
import type { FieldSet } from '../../form-fields.tsx'
import type { MatterView } from '../load-matter.ts'
import type { Typed } from '../typed.ts'

/** What a form draws with. */
export type FormProps = { request: DeskRequest; view: MatterView; set: FieldSet }

/** What a form sent. `form` is for its picker of passages. */
export type Posted = { matter: number; typed: Typed; form: FormData; motion: number }

/** One form of a matter: its fields, and the command that it runs. */
export type MatterForm = {
  Fields: (props: FormProps) => ReactNode
  /** @throws Invalid, Refused, Denied, NotFound */
  take: (ctx: Ctx, posted: Posted) => Promise<void>
}
