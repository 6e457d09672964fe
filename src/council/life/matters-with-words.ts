import type { Ctx } from '../../ctx.ts'

/** A query of matters (`matter`; not those whose course was set aside in a merge) with the motion, the request and, where there is one, the part (`part`) that hold their words. */
export const mattersWithWords = ({ tx }: Ctx) =>
  tx
    .selectFrom('council.matter as matter')
    .innerJoin('council.motion as motion', (join) =>
      join
        .onRef('motion.municipality', '=', 'matter.municipality')
        .onRef('motion.id', '=', 'matter.motion_id'),
    )
    .innerJoin('council.request as request', (join) =>
      join
        .onRef('request.municipality', '=', 'matter.municipality')
        .onRef('request.id', '=', 'matter.request_id'),
    )
    .leftJoin('council.request_part as part', (join) =>
      join.onRef('part.municipality', '=', 'matter.municipality').onRef('part.id', '=', 'matter.part_id'),
    )
    .where('matter.aside_for', 'is', null)
