-- The trail of the confidential side: a line for each opening, write, search, export, print and refusal. Identifiers, codes and names
-- of fields only. Each stream is a chain of hashes; checkpoints over their heads are signed with a key that is not here.

grant usage on schema audit to schakel_guard, schakel_gate, schakel_casework, schakel_partner, schakel_survivor, schakel_keeper;
grant create on schema audit to schakel_guard;

create table audit.head (
  stream text collate "C" primary key,
  seq bigint not null check (seq >= 0),
  hash bytea not null check (length(hash) = 32),
  at bigint not null
) with (fillfactor = 50);
comment on table audit.head is 'The last line of each stream; locked while one is added. Checkpoints do not rest on it.';

create table audit.line (
  stream text collate "C" not null,
  seq bigint not null check (seq > 0),
  body text not null,
  hash bytea not null check (length(hash) = 32),
  tx xid8 not null default pg_current_xact_id(),
  id uuid not null generated always as ((body::jsonb ->> 'id')::uuid) stored,
  at timestamptz not null generated always as (to_timestamp((body::jsonb ->> 'at')::double precision / 1000)) stored,
  event text not null generated always as (body::jsonb ->> 'event') stored,
  action text not null generated always as (body::jsonb ->> 'action') stored,
  outcome text not null generated always as (body::jsonb ->> 'outcome') stored,
  municipality text generated always as (body::jsonb ->> 'municipality') stored,
  actor uuid generated always as ((body::jsonb #>> '{actor,id}')::uuid) stored,
  actor_kind text not null generated always as (body::jsonb #>> '{actor,kind}') stored,
  actor_municipality text generated always as (body::jsonb #>> '{actor,municipality}') stored,
  trajectory_id bigint generated always as ((body::jsonb ->> 'trajectory')::bigint) stored,
  purpose text not null generated always as (body::jsonb ->> 'purpose') stored,
  emergency boolean not null generated always as (coalesce((body::jsonb ->> 'emergency')::boolean, false)) stored,
  reason text generated always as (body::jsonb ->> 'reason') stored,
  primary key (stream, seq)
);
comment on table audit.line is 'Who did what, to whose case, when, why and on what ground. Rows are only ever added.';
comment on column audit.line.stream is 'case/<trajectory>, account/<account> or system.';
comment on column audit.line.body is 'The line itself, exact JSON text: its hash covers these characters. The columns after it are read from it.';
comment on column audit.line.hash is 'SHA-256 of: the hash before it, the stream, a zero byte, seq in 8 bytes, and the SHA-256 of the body. See audit.link.';
comment on column audit.line.tx is 'Which transaction added it, to find what is new; the hash does not cover it.';
create index line_by_municipality on audit.line (municipality, at);
create index line_by_actor on audit.line (actor, at);
create index line_by_tx on audit.line (tx);
create index line_from_elsewhere on audit.line (actor_municipality, at) where actor_municipality is distinct from municipality;

create table audit.seal (
  stream text collate "C" primary key,
  seq bigint not null check (seq > 0),
  hash bytea not null check (length(hash) = 32)
);
comment on table audit.seal is 'The head of each stream as the last checkpoint has it.';

create table audit.checkpoint (
  number bigint primary key check (number > 0),
  body text not null,
  signature bytea not null check (length(signature) = 64)
);
comment on table audit.checkpoint is 'A signed root over the heads of all streams, chained to the one before it. What counts is its copy outside the database.';

create table audit.alert (
  id bigint generated always as identity primary key,
  stream text collate "C" not null,
  seq bigint not null,
  rule text not null check (rule ~ '^[a-z]+(-[a-z]+)*$'),
  account_id uuid not null,
  municipality text,
  raised_at timestamptz not null default meta.clock(),
  unique (stream, seq, rule),
  foreign key (stream, seq) references audit.line
);
comment on table audit.alert is 'A line that a rule found out of the ordinary, for a privacy officer to look at.';
create index alert_by_municipality on audit.alert (municipality, raised_at);

create table audit.review (
  id bigint generated always as identity primary key,
  stream text collate "C" not null,
  seq bigint not null,
  because text not null check (because in ('sample', 'alert')),
  verdict text not null check (verdict in ('in-order', 'asked', 'not-in-order')),
  remark text check (remark ~ '^[a-z]+(-[a-z]+)*$'),
  reviewed_by uuid not null default gate.actor(),
  reviewed_at timestamptz not null default meta.clock(),
  foreign key (stream, seq) references audit.line
);
comment on table audit.review is 'What a privacy officer found of a line. A later verdict stands beside the earlier one.';
comment on column audit.review.remark is 'A code of rules/review, no sentence.';
create index review_of on audit.review (stream, seq);

create function audit.refuse_line_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_argv[0] using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete or truncate on audit.line
  for each statement execute function audit.refuse_line_change('audit.line');
create trigger append_only before update or delete or truncate on audit.checkpoint
  for each statement execute function audit.refuse_line_change('audit.checkpoint');
create trigger append_only before update or delete or truncate on audit.review
  for each statement execute function audit.refuse_line_change('audit.review');
create trigger append_only before update or delete or truncate on audit.alert
  for each statement execute function audit.refuse_line_change('audit.alert');
create trigger nothing_goes before delete or truncate on audit.head
  for each statement execute function audit.refuse_line_change('audit.head');

create function audit.link(previous bytea, stream text, seq bigint, body text) returns bytea
language sql immutable strict set search_path = '' as $$
  select sha256(previous || convert_to(stream, 'UTF8') || '\x00'::bytea || int8send(seq) || sha256(convert_to(body, 'UTF8')))
$$;
comment on function audit.link is 'The hash of a line. Of the first of a stream the one before is 32 zero bytes.';

create function audit.append(lines jsonb, program text default null)
returns table (stream text, seq bigint) language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
  me record;
  actor jsonb;
  item jsonb;
  case_of bigint;
  case_town text;
  account_of uuid;
  streams text[] := '{}';
  bodies jsonb[] := '{}';
  body_of jsonb;
  text_of text;
  here text;
  previous record;
  moment bigint;
  began bigint;
  linked bytea;
  token text;
begin
  if jsonb_typeof(lines) is distinct from 'array' then
    raise exception 'the trail takes a list of lines' using errcode = 'invalid_parameter_value';
  end if;
  select account.id, account.kind, account.municipality, account.organisation_id into me
  from gate.account account where account.id = gate.actor();
  if me.id is not null then
    actor := jsonb_strip_nulls(jsonb_build_object('kind', me.kind, 'id', me.id, 'municipality', me.municipality,
      'organisation', me.organisation_id,
      'roles', (select jsonb_agg(role.role order by role.role) from gate.role role
        where role.account_id = me.id and role.approved_at <= meta.clock() and role.ended_at is null)));
  elsif program ~ '^[a-z][a-z0-9-]{0,63}$'
    and (pg_has_role(session_user, 'schakel_gate', 'member') or pg_has_role(session_user, 'schakel_keeper', 'member')) then
    actor := jsonb_build_object('kind', 'system', 'name', program);
  else
    raise exception 'nobody acts' using errcode = 'insufficient_privilege';
  end if;

  for item in select jsonb_array_elements(lines) loop
    if item - array['event', 'action', 'outcome', 'trajectory', 'account', 'municipality', 'parts', 'fields', 'purpose', 'basis',
        'relation', 'emergency', 'reason', 'trace', 'activity', 'parent'] <> '{}'
      or coalesce(item ->> 'event' !~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$', true)
      or coalesce(item ->> 'action' not in ('C', 'R', 'U', 'D', 'E'), true)
      or coalesce(item ->> 'outcome' not in ('done', 'refused', 'failed'), true)
      or coalesce(item ->> 'purpose' not in ('care', 'share', 'emergency', 'review', 'own', 'data-subject-request', 'operation'), true)
      or coalesce(item ->> 'trace' !~ '^[0-9a-f]{32}$', true)
      or length(item::text) > 20000
      or exists (select from jsonb_path_query(item, 'strict $.**') part
        where jsonb_typeof(part) = 'string' and part #>> '{}' !~ '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$')
    then
      raise exception 'the trail takes codes, identifiers and names of fields only' using errcode = 'check_violation';
    end if;
    case_of := null;
    case_town := null;
    account_of := null;
    if item ? 'trajectory' then
      select trajectory.id, trajectory.municipality into case_of, case_town
      from reintegration.trajectory trajectory where trajectory.id = (item ->> 'trajectory')::bigint;
    elsif item ? 'account' then
      select account.id, account.municipality into account_of, case_town
      from gate.account account where account.id = (item ->> 'account')::uuid;
    end if;
    streams := streams || case
      when case_of is not null then 'case/' || case_of
      when account_of is not null then 'account/' || account_of
      when me.id is not null then 'account/' || me.id
      else 'system' end;
    here := coalesce(case_town, me.municipality, item ->> 'municipality');
    body_of := item - array['municipality', 'trajectory', 'account'] || jsonb_build_object('actor', actor);
    if here is not null then body_of := body_of || jsonb_build_object('municipality', here); end if;
    if case_of is not null then body_of := body_of || jsonb_build_object('trajectory', case_of);
    elsif item ? 'trajectory' then body_of := body_of || jsonb_build_object('sought', item -> 'trajectory');
    elsif account_of is not null then body_of := body_of || jsonb_build_object('account', account_of);
    elsif item ? 'account' then body_of := body_of || jsonb_build_object('sought', item -> 'account');
    end if;
    bodies := bodies || body_of;
  end loop;

  -- In this order always, so that two that write to the same streams wait for each other and never in a circle.
  for token in select distinct one collate "C" from unnest(streams) one order by 1 loop
    perform from audit.head head where head.stream = token for update;
    if not found then
      insert into audit.head values (token, 0, decode(repeat('00', 32), 'hex'), 0) on conflict do nothing;
      perform from audit.head head where head.stream = token for update;
    end if;
  end loop;

  began := floor(extract(epoch from meta.clock()) * 1000);
  for place in 1 .. cardinality(streams) loop
    select head.seq, head.hash, head.at into previous from audit.head head where head.stream = streams[place];
    -- The moment itself and not the begin of the transaction: within a stream it never runs back.
    moment := greatest(floor(extract(epoch from meta.clock() + (clock_timestamp() - now())) * 1000)::bigint, previous.at);
    text_of := (bodies[place] || jsonb_build_object('id', gen_random_uuid(), 'at', moment, 'began', began,
      'span', encode(substring(uuid_send(gen_random_uuid()) from 9), 'hex')))::text;
    linked := audit.link(previous.hash, streams[place], previous.seq + 1, text_of);
    insert into audit.line (stream, seq, body, hash) values (streams[place], previous.seq + 1, text_of, linked);
    update audit.head head set seq = previous.seq + 1, hash = linked, at = moment where head.stream = streams[place];
    stream := streams[place];
    seq := previous.seq + 1;
    return next;
  end loop;
end
$$;
comment on function audit.append is 'The only way a line comes: who acts is found from the session, the time is the clock of the database. Without a session only signing in and the keeper of the trail write, as a program with a name.';

create function audit.looked() returns table (at timestamptz, account_id uuid, kind text, organisation_id uuid, roles text[],
  event text, action text, purpose text, emergency boolean)
language sql stable security definer set search_path = '' as $$
  select line.at, line.actor, line.actor_kind, (line.body::jsonb #>> '{actor,organisation}')::uuid,
    array(select jsonb_array_elements_text(line.body::jsonb #> '{actor,roles}')), line.event, line.action, line.purpose, line.emergency
  from audit.line line
  where line.stream = 'case/' || reintegration.mine() and line.outcome = 'done' and line.actor_kind in ('staff', 'partner')
  order by line.seq desc
$$;
comment on function audit.looked is 'Who did something with her file, when and why, for the person whose case it is.';

create function audit.who_looked(wanted bigint) returns table (at timestamptz, account_id uuid, kind text, organisation_id uuid,
  roles text[], event text, action text, purpose text, emergency boolean)
language sql stable security definer set search_path = '' as $$
  select line.at, line.actor, line.actor_kind, (line.body::jsonb #>> '{actor,organisation}')::uuid,
    array(select jsonb_array_elements_text(line.body::jsonb #> '{actor,roles}')), line.event, line.action, line.purpose, line.emergency
  from audit.line line
  where line.stream = 'case/' || wanted and line.outcome = 'done' and wanted = any((select reintegration.reach())::bigint[])
  order by line.seq desc
$$;
comment on function audit.who_looked is 'The same for whoever works with her, of a case within reach.';

create function audit.unsealed(most bigint)
returns table (stream text, seq bigint, hash bytea, digest bytea, sealed_seq bigint, sealed_hash bytea, xmin xid8, xmax xid8, clock bigint)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare
  -- Known before the next statement is planned, so that it looks by tx and not through everything.
  watermark xid8 := coalesce(
    (select substring(left(checkpoint.body, 1000) from '"watermark":"(\d+)"')::xid8 from audit.checkpoint checkpoint order by number desc limit 1), '0');
begin
  return query
  with picked as materialized (
    select line.stream, line.seq, seal.seq as sealed_seq, seal.hash as sealed_hash
    from audit.line line left join audit.seal seal on seal.stream = line.stream
    where line.tx >= watermark and line.seq > coalesce(seal.seq, 0)
    order by line.stream, line.seq
    limit most
  ), news as materialized (
    select line.stream, line.seq, line.hash, sha256(convert_to(line.body, 'UTF8')) as digest, picked.sealed_seq, picked.sealed_hash
    from picked join audit.line line on line.stream = picked.stream and line.seq = picked.seq
  )
  select news.*, pg_snapshot_xmin(pg_current_snapshot()), pg_snapshot_xmax(pg_current_snapshot()),
    floor(extract(epoch from meta.clock()) * 1000)::bigint
  from (select 1) one left join news on true
  order by news.stream, news.seq;
end
$$;
comment on function audit.unsealed is 'What no checkpoint has yet, with what the last one has of the same streams, in one snapshot; a single row without a line when there is none. A snapshot shows of a stream always its beginning and no gap, since its head is locked until the commit.';

create function audit.relations(wanted bigint[])
returns table (trajectory_id bigint, account_id uuid, from_at timestamptz, until_at timestamptz)
language sql stable security definer set search_path = '' as $$
  select relation.trajectory_id, relation.account_id, relation.from_at, relation.until_at
  from reintegration.care_relation relation where relation.trajectory_id = any(wanted)
$$;
comment on function audit.relations is 'Who worked with whom and when, to find readers who did not.';

create function audit.same_surname(trajectories bigint[], indexes bytea[]) returns table (place bigint)
language sql stable security definer set search_path = '' as $$
  select pair.place from unnest(trajectories, indexes) with ordinality pair (trajectory_id, index, place)
  where exists (select from vault.blind blind
    where blind.trajectory_id = pair.trajectory_id and blind.field = 'surname' and blind.index = pair.index)
$$;
comment on function audit.same_surname is 'Which of these pairs of a case and a keyed hash of a surname are the same, to find readers who bear her name.';
create policy guard_reads on vault.blind for select to schakel_guard using (true);
grant select on vault.blind to schakel_guard;

alter table audit.line enable row level security;
alter table audit.line force row level security;
create policy guard_all on audit.line to schakel_guard using (true) with check (true);
create policy kept on audit.line for select to schakel_keeper using (true);
create policy read_by_officer on audit.line for select to schakel_casework
  using ((select gate.holds(array['privacy-officer']))
    and (municipality = (select gate.municipality()) or actor_municipality = (select gate.municipality())));
alter table audit.alert enable row level security;
alter table audit.alert force row level security;
create policy raised on audit.alert to schakel_keeper using (true) with check (true);
create policy read_by_officer on audit.alert for select to schakel_casework
  using ((select gate.holds(array['privacy-officer'])) and municipality = (select gate.municipality()));
alter table audit.review enable row level security;
alter table audit.review force row level security;
-- What the officer may read of the lines decides; nobody judges what they did themselves.
create policy read_by_officer on audit.review for select to schakel_casework
  using (exists (select from audit.line line where line.stream = review.stream and line.seq = review.seq));
create policy judged_by_officer on audit.review for insert to schakel_casework
  with check (reviewed_by = (select gate.actor()) and exists (select from audit.line line
    where line.stream = review.stream and line.seq = review.seq and line.actor is distinct from (select gate.actor())));

grant select, insert, update on audit.head to schakel_guard;
grant select, insert on audit.line to schakel_guard;
grant select on audit.seal, audit.checkpoint to schakel_guard;
grant select on audit.line, audit.alert, audit.review to schakel_casework;
grant insert (stream, seq, because, verdict, remark) on audit.review to schakel_casework;
grant select (stream, seq, hash, tx, id, at, event, action, outcome, municipality, actor, actor_kind, actor_municipality, trajectory_id,
  purpose, emergency, reason) on audit.line to schakel_keeper;
grant select, insert, update on audit.seal to schakel_keeper;
grant select, insert on audit.checkpoint to schakel_keeper;
grant select, insert (stream, seq, rule, account_id, municipality) on audit.alert to schakel_keeper;

revoke execute on function audit.append, audit.looked, audit.who_looked, audit.unsealed, audit.relations, audit.same_surname, audit.link from public;
grant execute on function audit.append to schakel_gate, schakel_casework, schakel_partner, schakel_survivor, schakel_keeper;
grant execute on function audit.looked to schakel_survivor;
grant execute on function audit.who_looked to schakel_casework;
grant execute on function audit.unsealed, audit.relations, audit.same_surname to schakel_keeper;
grant execute on function audit.link to schakel_guard;
alter function audit.append owner to schakel_guard;
alter function audit.looked owner to schakel_guard;
alter function audit.who_looked owner to schakel_guard;
alter function audit.unsealed owner to schakel_guard;
alter function audit.relations owner to schakel_guard;
alter function audit.same_surname owner to schakel_guard;
revoke create on schema audit from schakel_guard;
