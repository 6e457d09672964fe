/** What whoever owns the server may do to the trail, as statements between semicolons. */

/** Computes all hashes of a stream anew, and its head, as whoever knows how it is done would. */
export const again = (stream: string) => `
  with recursive done as (
    select line.seq, audit.link(decode(repeat('00', 32), 'hex'), line.stream, line.seq, line.body) as hash
      from audit.line line where line.stream = '${stream}' and line.seq = (select min(seq) from audit.line where stream = '${stream}')
    union all
    select line.seq, audit.link(done.hash, line.stream, line.seq, line.body)
      from done join audit.line line on line.stream = '${stream}' and line.seq = done.seq + 1
  ) update audit.line line set hash = done.hash from done where line.stream = '${stream}' and line.seq = done.seq;
  update audit.head head set hash = line.hash, seq = line.seq from audit.line line
    where head.stream = '${stream}' and line.stream = head.stream and line.seq = (select max(seq) from audit.line where stream = '${stream}')`

export const anotherReader = (s: string, seq: number) =>
  `update audit.line set body = replace(body, 'keeper', 'nobody') where stream = '${s}' and seq = ${seq}`
export const remove = (s: string, where: string) =>
  `delete from audit.line where stream = '${s}' and ${where}`
export const renumber = (s: string, from: number, by: number) => `
  update audit.line set seq = seq + 1000 where stream = '${s}' and seq > ${from};
  update audit.line set seq = seq - 1000 + (${by}) where stream = '${s}' and seq > 1000`
export const forged = (s: string, seq: number, at: string) => `
  insert into audit.line (stream, seq, body, hash) select stream, ${seq},
    jsonb_set(jsonb_set(body::jsonb, '{id}', to_jsonb(gen_random_uuid())), '{at}', to_jsonb(${at}))::text, hash
  from audit.line where stream = '${s}' and seq = 1`
export const swapBodies = (s: string, a: number, b: number) => `
  update audit.line one set body = other.body from audit.line other where one.stream = '${s}' and other.stream = '${s}'
    and ((one.seq = ${a} and other.seq = ${b}) or (one.seq = ${b} and other.seq = ${a}))`
export const inTurn = (...parts: string[]) => parts.join(';\n')
