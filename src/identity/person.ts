import type { Role } from '../ctx.ts'

/** Someone at a desk: who, what they are there, and where. */
export type Holder = { personId: string; name: string; role: Role; municipality: string }
