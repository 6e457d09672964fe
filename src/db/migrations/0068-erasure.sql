-- What is left of a case when its term is over, or when she asked for it: number, days and states; nobody any more.

grant create on schema reintegration, vault to schakel_guard;

create table reintegration.erasure (
  person_id uuid primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  erased_on date not null,
  because text not null check (because in ('term', 'request', 'journal'))
);
comment on table reintegration.erasure is 'Whose data were erased, by identifier and day. Its copy outside the database is what a restore goes by.';
comment on column reintegration.erasure.because is 'Her term was over; she asked; or a journal said so after a restore.';
alter table reintegration.erasure enable row level security;
alter table reintegration.erasure force row level security;
create policy kept on reintegration.erasure for select to schakel_keeper using (true);
create policy guard_all on reintegration.erasure to schakel_guard using (true) with check (true);
grant select on reintegration.erasure to schakel_keeper;
grant select, insert on reintegration.erasure to schakel_guard;

do $$
declare
  one text;
begin
  foreach one in array array['reintegration.note', 'reintegration.attachment', 'reintegration.appointment', 'reintegration.goal',
    'reintegration.contact', 'reintegration.share_item', 'reintegration.share_message', 'reintegration.message',
    'reintegration.history', 'vault.identity', 'vault.location', 'vault.blind'] loop
    execute format('create policy guard_erases on %s to schakel_guard using (true) with check (true)', one);
  end loop;
end
$$;
create policy guard_erases on vault.location_grant for delete to schakel_guard using (true);
create policy guard_erases on gate.account for update to schakel_guard using (kind = 'survivor') with check (kind = 'survivor');
grant select, delete on vault.identity, vault.location, vault.location_grant, vault.blind, reintegration.note,
  reintegration.attachment, reintegration.contact, reintegration.share_message, reintegration.message, reintegration.history
  to schakel_guard;
grant select, update (body) on reintegration.share_item to schakel_guard;
grant select, update (body, place) on reintegration.appointment to schakel_guard;
grant select, update (words, step) on reintegration.goal to schakel_guard;
grant update (title, caution, residence, residence_until, erased_at, version) on reintegration.trajectory to schakel_guard;
grant update (reason, remark, until_at) on reintegration.emergency to schakel_guard;
grant update (until_at) on reintegration.care_relation to schakel_guard;
grant update (stopped_at) on reintegration.share to schakel_guard;
grant update (ended_at) on gate.account to schakel_guard;
grant update (ended_at, ended_because) on gate.session to schakel_guard;

comment on column reintegration.emergency.reason is 'The name of a data key of its own, 36 characters, then what that key sealed. Empty when the case was erased.';

create function reintegration.erase(person uuid, why text, day date default null)
returns table (trajectory_id bigint, others uuid[]) language plpgsql volatile security definer set search_path = '' as $$
#variable_conflict use_column
declare
  keeper constant boolean := pg_has_role(session_user, 'schakel_keeper', 'member');
  found_id bigint;
  was_erased timestamptz;
  marks uuid[];
begin
  if not keeper and not gate.holds(array['privacy-officer']) then
    raise exception 'only a privacy officer or the keeper of terms erases' using errcode = 'insufficient_privilege';
  end if;
  select id, erased_at into found_id, was_erased from reintegration.trajectory
    where person_id = person and (keeper or (municipality = gate.municipality() and state = 'closed')) for update;
  if found_id is null then return; end if;
  select coalesce(array_agg(mark::uuid), '{}') into marks
    from (select encode(substring(reason from 1 for 36), 'escape') as mark from reintegration.emergency where trajectory_id = found_id) reasons
    where mark ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$';

  delete from vault.location_grant where trajectory_id = found_id;
  delete from vault.location where trajectory_id = found_id;
  delete from vault.identity where trajectory_id = found_id;
  delete from vault.blind where trajectory_id = found_id;
  delete from reintegration.attachment where trajectory_id = found_id;
  delete from reintegration.note where trajectory_id = found_id;
  delete from reintegration.contact where trajectory_id = found_id;
  delete from reintegration.message where trajectory_id = found_id;
  delete from reintegration.share_message where trajectory_id = found_id;
  delete from reintegration.history where trajectory_id = found_id;
  update reintegration.share_item set body = '' where trajectory_id = found_id;
  update reintegration.appointment set body = null, place = null where trajectory_id = found_id;
  update reintegration.goal set words = '', step = null where trajectory_id = found_id;
  -- Sealed with keys of their own, which the rows name: they are told, to be destroyed too.
  update reintegration.emergency set reason = '', remark = null where trajectory_id = found_id;
  update reintegration.emergency set until_at = meta.clock()
    where trajectory_id = found_id and from_at < meta.clock() and until_at > meta.clock();
  update reintegration.care_relation set until_at = greatest(meta.clock(), from_at + interval '1 microsecond')
    where trajectory_id = found_id and (until_at is null or until_at > meta.clock());
  update reintegration.share set stopped_at = meta.clock() where trajectory_id = found_id and stopped_at is null;
  update gate.session set ended_at = meta.clock(), ended_because = 'erased'
    where ended_at is null and account_id in (select id from gate.account where kind = 'survivor' and trajectory_id = found_id);
  update gate.account set ended_at = meta.clock() where kind = 'survivor' and trajectory_id = found_id and ended_at is null;
  update reintegration.trajectory set title = null, caution = null, residence = 'unknown', residence_until = null,
    erased_at = coalesce(was_erased, meta.clock()), version = version + 1 where id = found_id;
  insert into reintegration.erasure (person_id, trajectory_id, erased_on, because)
  values (person, found_id, coalesce(day, (meta.clock() at time zone 'Europe/Amsterdam')::date), why)
  on conflict do nothing;
  return query select found_id, marks;
end
$$;
comment on function reintegration.erase is 'Takes everything sealed out of a case, ends who reached it, and marks it erased; number, days, states and codes stay. A privacy officer erases closed cases of her own municipality. Safe to repeat; no row when there is no such case. Gives the names of other data keys that must go with hers.';

create function vault.findable(after_person uuid, most integer)
returns table (person_id uuid, field text, body bytea, version integer)
language sql stable security definer set search_path = '' as $$
  select identity.person_id, identity.field, identity.body, identity.version
  from (
    select distinct blind.person_id from vault.blind blind
    where after_person is null or blind.person_id > after_person order by 1 limit most
  ) people
  join vault.blind blind on blind.person_id = people.person_id
  join vault.identity identity on identity.person_id = blind.person_id and identity.field = blind.field
  order by 1, 2
$$;
comment on function vault.findable is 'What people are found by, sealed, to make their blind indexes anew with another key.';

create function vault.index_anew(people uuid[], fields text[], indexes bytea[])
returns bigint language sql volatile security definer set search_path = '' as $$
  with changed as (
    update vault.blind blind set index = fresh.index
    from unnest(people, fields, indexes) fresh (person_id, field, index)
    where blind.person_id = fresh.person_id and blind.field = fresh.field and blind.index <> fresh.index
    returning 1
  )
  select count(*) from changed
$$;
grant update (index) on vault.blind to schakel_guard;

revoke execute on function reintegration.erase, vault.findable, vault.index_anew from public;
grant execute on function reintegration.erase to schakel_keeper, schakel_casework;
grant execute on function vault.findable, vault.index_anew to schakel_keeper;
alter function reintegration.erase owner to schakel_guard;
alter function vault.findable owner to schakel_guard;
alter function vault.index_anew owner to schakel_guard;
revoke create on schema reintegration, vault from schakel_guard;
