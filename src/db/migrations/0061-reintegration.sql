-- Trajectories and all that hangs on them. Every table of a case has row-level security that also binds its owner. Free text of a case
-- is sealed before it comes here.

create schema reintegration;
grant usage on schema reintegration to schakel_guard, schakel_casework, schakel_partner, schakel_survivor, schakel_counts, schakel_keeper;
grant create on schema reintegration to schakel_guard;

create table reintegration.trajectory (
  id bigint generated always as identity primary key,
  municipality text not null,
  number text not null unique,
  person_id uuid not null unique,
  state text not null default 'registered' check (state in ('registered', 'intake', 'active', 'paused', 'aftercare', 'closed')),
  phase text not null default 'crisis' check (phase in ('crisis', 'transition', 'independent', 'aftercare')),
  residence text not null default 'unknown' check (residence in ('unknown', 'dutch', 'eu', 'reflection-period', 'b8-3', 'b9', 'asylum', 'none')),
  residence_until date,
  title bytea,
  caution bytea,
  safety_reviewed_on date,
  safety_review_on date,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closure text check (closure in ('completed', 'own-choice', 'moved', 'unknown-destination', 'other-care', 'deceased')),
  keep_until date,
  erased_at timestamptz,
  version integer not null default 1,
  check ((state = 'closed') = (closed_at is not null)),
  check (closed_at is null or closure is not null)
);
comment on table reintegration.trajectory is 'The way of one person back into society. It bears a number; who she is, is in the vault.';
comment on column reintegration.trajectory.person_id is 'Name of her data key and of her rows in the vault.';
comment on column reintegration.trajectory.title is 'Sealed: what she wants, in her own words.';
comment on column reintegration.trajectory.caution is 'Sealed: what whoever works with her must know first, such as when not to call.';

create table reintegration.care_relation (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  account_id uuid not null references gate.account,
  part text not null check (part in ('coordinator', 'worker', 'substitute')),
  from_at timestamptz not null,
  until_at timestamptz,
  started_by uuid references gate.account,
  ended_by uuid references gate.account,
  check (until_at > from_at or until_at is null or ended_by is not null)
);
comment on table reintegration.care_relation is 'Who of the staff works with her, from when to when.';
create index care_relation_of on reintegration.care_relation (trajectory_id);
create index care_relation_by on reintegration.care_relation (account_id, trajectory_id);
create unique index one_coordinator on reintegration.care_relation (trajectory_id) where part = 'coordinator' and until_at is null;

create table reintegration.basis (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  kind text not null check (kind in ('consent', 'public-task', 'legal-obligation', 'vital-interest')),
  law text not null check (law <> ''),
  purpose text not null check (purpose in ('care', 'share')),
  from_at timestamptz not null,
  until_at timestamptz,
  withdrawn_at timestamptz,
  recorded_by uuid references gate.account
);
comment on table reintegration.basis is 'On what legal ground her data are used, and for what. Consent is one ground, not the only one.';
comment on column reintegration.basis.law is 'Identifier of the article in rules/: data, not a sentence.';
create index basis_of on reintegration.basis (trajectory_id);

create table reintegration.emergency (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  account_id uuid not null references gate.account,
  reason bytea not null,
  from_at timestamptz not null,
  until_at timestamptz not null,
  verdict text check (verdict in ('justified', 'not-justified')),
  reviewed_by uuid references gate.account,
  reviewed_at timestamptz,
  remark bytea,
  check (until_at > from_at and until_at <= from_at + interval '3 hours'),
  check ((verdict is null) = (reviewed_by is null)),
  check (reviewed_by <> account_id)
);
comment on table reintegration.emergency is 'Access without a care relationship, for a written reason and three hours at most; a privacy officer judges it.';
comment on column reintegration.emergency.reason is 'Sealed with the key of the office, see gate.office.';
create index emergency_of on reintegration.emergency (trajectory_id);
create index emergency_by on reintegration.emergency (account_id, until_at);

create table reintegration.note (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  kind text not null check (kind in ('conversation', 'observation', 'agreement', 'safety', 'intake')),
  body bytea not null,
  written_by uuid not null references gate.account,
  written_at timestamptz not null,
  version integer not null default 1,
  removed_at timestamptz
);
comment on table reintegration.note is 'What was said, seen or agreed; sealed.';
create table reintegration.attachment (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  note_id bigint references reintegration.note,
  name bytea not null,
  kind text not null check (kind in ('pdf', 'docx', 'jpeg', 'png')),
  size integer not null check (size > 0),
  content bytea not null,
  added_by uuid not null references gate.account,
  added_at timestamptz not null,
  removed_at timestamptz
);
comment on table reintegration.attachment is 'A file of a case, without the data that its maker left in it; sealed.';
create table reintegration.appointment (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  at timestamptz not null,
  kind text not null check (kind in ('conversation', 'school', 'housing', 'debt', 'work', 'care', 'legal', 'other')),
  body bytea,
  place bytea,
  goes_along uuid references gate.account,
  state text not null default 'planned' check (state in ('planned', 'kept', 'missed', 'cancelled')),
  made_by uuid not null references gate.account,
  version integer not null default 1
);
comment on table reintegration.appointment is 'When somebody meets her, and who goes along.';
comment on column reintegration.appointment.place is 'Sealed; never shown on her own page.';
create table reintegration.goal (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  domain text not null check (domain in ('housing', 'training', 'work', 'debt', 'network', 'health', 'legal')),
  words bytea not null,
  step bytea,
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'active', 'ended')),
  achievement text not null default 'none' check (achievement in ('none', 'partial', 'full')),
  agreed_at timestamptz,
  due_on date,
  set_by uuid not null references gate.account,
  set_at timestamptz not null,
  version integer not null default 1,
  check (state = 'proposed' or state = 'ended' or agreed_at is not null)
);
comment on table reintegration.goal is 'What she works towards. It becomes active only with her recorded agreement.';
comment on column reintegration.goal.words is 'Sealed: the goal, in her words.';
create table reintegration.contact (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  who bytea not null,
  kind text not null check (kind in ('informal', 'professional')),
  verdict text not null default 'unknown' check (verdict in ('safe', 'unsafe', 'unknown')),
  closeness smallint not null default 2 check (closeness between 1 and 3),
  since date,
  until date,
  version integer not null default 1
);
comment on table reintegration.contact is 'Somebody around her, and whether she herself calls them safe.';
create table reintegration.share (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  organisation_id uuid not null references gate.organisation,
  basis_id bigint not null references reintegration.basis,
  purpose text not null check (purpose in ('housing', 'training', 'work', 'debt', 'safety', 'care', 'legal')),
  state text not null default 'shared' check (state in ('shared', 'started', 'completed', 'declined')),
  from_at timestamptz not null,
  until_at timestamptz not null,
  stopped_at timestamptz,
  stopped_by uuid references gate.account,
  shared_by uuid not null references gate.account,
  check (until_at > from_at)
);
comment on table reintegration.share is 'What a chain partner may see of a case (verstrekking), on which basis, from when to when.';
create table reintegration.share_item (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  share_id bigint not null references reintegration.share,
  category text not null,
  body bytea not null
);
comment on table reintegration.share_item is 'One field as it was shared; never changed. Its category comes from rules/shares.';
create table reintegration.share_message (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  share_id bigint not null references reintegration.share,
  written_by uuid not null references gate.account,
  body bytea not null,
  at timestamptz not null,
  answers bigint references reintegration.share_message
);
comment on table reintegration.share_message is 'What a partner asks back and what is answered.';
create table reintegration.message (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  written_by uuid not null references gate.account,
  kind text not null check (kind in ('message', 'correction')),
  body bytea not null,
  at timestamptz not null,
  read_at timestamptz
);
comment on table reintegration.message is 'Between her and who works with her. A correction says what is not right.';
create table reintegration.term (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  rule text not null,
  started_on date not null,
  due_on date not null,
  state text not null default 'running' check (state in ('running', 'met', 'suspended', 'ended')),
  met_on date,
  set_by uuid not null references gate.account,
  check ((state = 'met') = (met_on is not null))
);
comment on table reintegration.term is 'A statutory term that runs for her: a dated rule of rules/, from a day to a day.';
create table reintegration.history (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  at timestamptz not null,
  by uuid references gate.account,
  part text not null,
  row_id bigint not null,
  change text not null,
  version integer not null,
  before bytea
);
comment on table reintegration.history is 'What a row was before it changed; sealed.';



create function reintegration.reach() returns bigint[] language sql stable security definer set search_path = '' as $$
  with me as materialized (
    select account.id, account.municipality
    from gate.account account
    where account.id = gate.actor() and account.kind = 'staff'
      and exists (
        select from gate.role role
        where role.account_id = account.id and role.role in ('care-coordinator', 'care-worker')
          and role.approved_at <= meta.clock() and role.ended_at is null
      )
  )
  select coalesce(array_agg(reached.id), '{}') from (
    select trajectory.id
    from me
    join reintegration.care_relation relation on relation.account_id = me.id
      and relation.from_at <= meta.clock() and (relation.until_at is null or relation.until_at > meta.clock())
    join reintegration.trajectory trajectory on trajectory.id = relation.trajectory_id
      and trajectory.municipality = me.municipality and trajectory.erased_at is null
    where exists (
      select from reintegration.basis basis
      where basis.trajectory_id = trajectory.id and basis.purpose = 'care' and basis.from_at <= meta.clock()
        and (basis.until_at is null or basis.until_at > meta.clock()) and basis.withdrawn_at is null
    )
    union
    select trajectory.id
    from me
    join reintegration.emergency emergency on emergency.account_id = me.id
      and emergency.from_at <= meta.clock() and emergency.until_at > meta.clock()
    join reintegration.trajectory trajectory on trajectory.id = emergency.trajectory_id
      and trajectory.municipality = me.municipality and trajectory.erased_at is null
  ) reached
$$;
comment on function reintegration.reach is 'The cases that the actor, as staff, may open now: role and care relationship and basis, or an emergency that runs.';

create function reintegration.mine() returns bigint language sql stable security definer set search_path = '' as
$$ select trajectory_id from gate.account where id = gate.actor() and kind = 'survivor' $$;
comment on function reintegration.mine is 'Her own trajectory, for the person whose case it is.';

create function reintegration.shared() returns bigint[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(share.id), '{}')
  from gate.account account
  join gate.organisation organisation on organisation.id = account.organisation_id and organisation.ended_at is null
  join reintegration.share share on share.organisation_id = organisation.id
  join reintegration.basis basis on basis.id = share.basis_id and basis.trajectory_id = share.trajectory_id
  where account.id = gate.actor() and account.kind = 'partner'
    and share.stopped_at is null and share.from_at <= meta.clock() and share.until_at > meta.clock()
    and basis.withdrawn_at is null and (basis.until_at is null or basis.until_at > meta.clock())
    and basis.from_at <= meta.clock()
$$;
comment on function reintegration.shared is 'What runs of what was shared with the organisation of the actor, a chain partner.';

create function reintegration.standing(wanted text)
returns table (id bigint, found boolean, here boolean, state text, part text, basis text, emergency_until timestamptz, roles text[], erased boolean)
language sql stable security definer set search_path = '' as $$
  select trajectory.id, trajectory.id is not null, trajectory.municipality = me.municipality, trajectory.state,
    (select relation.part from reintegration.care_relation relation
      where relation.trajectory_id = trajectory.id and relation.account_id = me.id
        and relation.from_at <= meta.clock() and (relation.until_at is null or relation.until_at > meta.clock())
      order by relation.part limit 1),
    (select basis.kind from reintegration.basis basis
      where basis.trajectory_id = trajectory.id and basis.purpose = 'care' and basis.from_at <= meta.clock()
        and (basis.until_at is null or basis.until_at > meta.clock()) and basis.withdrawn_at is null
      order by basis.id desc limit 1),
    (select max(emergency.until_at) from reintegration.emergency emergency
      where emergency.trajectory_id = trajectory.id and emergency.account_id = me.id
        and emergency.from_at <= meta.clock() and emergency.until_at > meta.clock()),
    array(select role.role from gate.role role
      where role.account_id = me.id and role.approved_at <= meta.clock() and role.ended_at is null order by 1),
    trajectory.erased_at is not null
  from (select 1) as one
  left join gate.account me on me.id = gate.actor() and me.kind = 'staff'
  left join reintegration.trajectory trajectory on trajectory.number = wanted
$$;
comment on function reintegration.standing is 'How the actor stands to a case, for the ladder of reasons: always one row, also when there is no such case.';

create function reintegration.open_case(person uuid, ground text, article text, ground_until timestamptz)
returns bigint language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := gate.actor();
  here text := gate.municipality();
  opened bigint;
begin
  if me is null or not gate.holds(array['care-coordinator', 'care-worker']) then
    raise exception 'only who coordinates or gives care opens a case' using errcode = 'insufficient_privilege';
  end if;
  insert into reintegration.trajectory (municipality, number, person_id, opened_at)
  values (here, 'T-' || gen_random_uuid(), person, meta.clock()) returning id into opened;
  update reintegration.trajectory set number = 'T-' || (1000 + opened) where id = opened;
  insert into reintegration.care_relation (trajectory_id, account_id, part, from_at, started_by)
  values (opened, me, 'coordinator', meta.clock(), me);
  insert into reintegration.basis (trajectory_id, kind, law, purpose, from_at, until_at, recorded_by)
  values (opened, ground, article, 'care', meta.clock(), ground_until, me);
  return opened;
end
$$;
comment on function reintegration.open_case is 'The only way a case begins: with who coordinates it and on what ground.';

create function reintegration.break_glass(wanted text, reason bytea)
returns bigint language plpgsql volatile security definer set search_path = '' as $$
declare
  me uuid := gate.actor();
  reached bigint;
begin
  if me is null or not gate.holds(array['care-coordinator', 'care-worker']) then return null; end if;
  select id into reached from reintegration.trajectory
    where number = wanted and municipality = gate.municipality() and erased_at is null;
  if reached is null then return null; end if;
  insert into reintegration.emergency (trajectory_id, account_id, reason, from_at, until_at)
  values (reached, me, reason, meta.clock(), meta.clock() + interval '3 hours');
  return reached;
end
$$;
comment on function reintegration.break_glass is 'Opens a case without a care relationship, for three hours; null when there is none of this number here.';

create function reintegration.may_join() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from gate.account account
    join gate.role role on role.account_id = account.id and role.role in ('care-coordinator', 'care-worker')
      and role.approved_at <= meta.clock() and role.ended_at is null
    join reintegration.trajectory trajectory on trajectory.id = new.trajectory_id and trajectory.municipality = account.municipality
    where account.id = new.account_id and account.kind = 'staff' and account.ended_at is null
  ) then
    raise exception 'only staff of the same municipality in a care role can work with her' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger may_join before insert on reintegration.care_relation for each row execute function reintegration.may_join();

create function reintegration.same_case() returns trigger language plpgsql as $$
begin
  if new.trajectory_id is distinct from old.trajectory_id then
    raise exception 'a row stays with its case' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function reintegration.same_case is 'Nothing moves from one case to another.';

do $$
declare
  child text;
begin
  foreach child in array array[
    'reintegration.care_relation', 'reintegration.basis', 'reintegration.note', 'reintegration.attachment',
    'reintegration.appointment', 'reintegration.goal', 'reintegration.contact', 'reintegration.share',
    'reintegration.share_item', 'reintegration.share_message', 'reintegration.message', 'reintegration.term',
    'reintegration.history'
  ] loop
    execute format('alter table %s enable row level security', child);
    execute format('alter table %s force row level security', child);
    execute format(
      'create policy staff_reach on %s to schakel_casework using (trajectory_id = any((select reintegration.reach())::bigint[])) with check (trajectory_id = any((select reintegration.reach())::bigint[]))',
      child);
    execute format('create trigger same_case before update on %s for each row execute function reintegration.same_case()', child);
    if child <> 'reintegration.care_relation' then
      execute format('create index on %s (trajectory_id)', child);
    end if;
  end loop;
  foreach child in array array['reintegration.appointment', 'reintegration.goal', 'reintegration.contact', 'reintegration.share',
    'reintegration.share_item', 'reintegration.message', 'reintegration.care_relation'] loop
    execute format('create policy her_own on %s for select to schakel_survivor using (trajectory_id = (select reintegration.mine()))', child);
  end loop;
  foreach child in array array['reintegration.care_relation', 'reintegration.basis', 'reintegration.share', 'reintegration.emergency',
    'reintegration.trajectory'] loop
    execute format('create policy guard_reads on %s to schakel_guard using (true) with check (true)', child);
  end loop;
end
$$;
grant select on reintegration.care_relation, reintegration.basis, reintegration.share, reintegration.emergency,
  reintegration.trajectory to schakel_guard;
grant insert on reintegration.care_relation, reintegration.basis, reintegration.emergency, reintegration.trajectory to schakel_guard;
grant update (number) on reintegration.trajectory to schakel_guard;

alter table reintegration.trajectory enable row level security;
alter table reintegration.trajectory force row level security;
create policy staff_reach on reintegration.trajectory to schakel_casework
  using (id = any((select reintegration.reach())::bigint[])) with check (id = any((select reintegration.reach())::bigint[]));
create policy her_own on reintegration.trajectory for select to schakel_survivor using (id = (select reintegration.mine()));
create policy counted on reintegration.trajectory for select to schakel_counts using (true);
create policy kept on reintegration.trajectory for select to schakel_keeper using (true);

alter table reintegration.emergency enable row level security;
alter table reintegration.emergency force row level security;
create policy staff_reach on reintegration.emergency for select to schakel_casework
  using (trajectory_id = any((select reintegration.reach())::bigint[]));
create policy judged on reintegration.emergency to schakel_casework
  using ((select gate.holds(array['privacy-officer']))
    and account_id = any(array(select id from gate.account where municipality = (select gate.municipality()))))
  with check ((select gate.holds(array['privacy-officer'])) and reviewed_by = (select gate.actor()));
create policy kept on reintegration.emergency for select to schakel_keeper using (true);

-- Her own page: she stops a share, agrees to a goal, writes.
create policy she_stops on reintegration.share for update to schakel_survivor
  using (trajectory_id = (select reintegration.mine())) with check (trajectory_id = (select reintegration.mine()));
create policy she_agrees on reintegration.goal for update to schakel_survivor
  using (trajectory_id = (select reintegration.mine())) with check (trajectory_id = (select reintegration.mine()));
create policy she_writes on reintegration.message for insert to schakel_survivor
  with check (trajectory_id = (select reintegration.mine()) and written_by = (select gate.actor()));

-- A partner: what runs of what was shared, its fields and its messages; never the case.
create policy shared_with on reintegration.share for select to schakel_partner
  using (id = any((select reintegration.shared())::bigint[]));
create policy partner_moves on reintegration.share for update to schakel_partner
  using (id = any((select reintegration.shared())::bigint[])) with check (id = any((select reintegration.shared())::bigint[]));
create policy shared_with on reintegration.share_item for select to schakel_partner
  using (share_id = any((select reintegration.shared())::bigint[]));
create policy shared_with on reintegration.share_message for select to schakel_partner
  using (share_id = any((select reintegration.shared())::bigint[]));
create policy partner_writes on reintegration.share_message for insert to schakel_partner
  with check (share_id = any((select reintegration.shared())::bigint[]) and written_by = (select gate.actor()));

grant select, update on reintegration.trajectory to schakel_casework;
grant select, insert, update on reintegration.care_relation, reintegration.basis, reintegration.note, reintegration.attachment,
  reintegration.appointment, reintegration.goal, reintegration.contact, reintegration.share, reintegration.message,
  reintegration.term to schakel_casework;
grant select, insert on reintegration.share_item, reintegration.share_message, reintegration.history to schakel_casework;
grant select, update (verdict, reviewed_by, reviewed_at, remark) on reintegration.emergency to schakel_casework;
grant select on reintegration.trajectory, reintegration.goal, reintegration.contact, reintegration.share,
  reintegration.share_item, reintegration.message, reintegration.care_relation to schakel_survivor;
grant select (id, trajectory_id, at, kind, body, goes_along, state, version) on reintegration.appointment to schakel_survivor;
grant update (stopped_at, stopped_by) on reintegration.share to schakel_survivor;
grant update (state, agreed_at, version) on reintegration.goal to schakel_survivor;
grant insert on reintegration.message to schakel_survivor;
grant select on reintegration.share, reintegration.share_item, reintegration.share_message to schakel_partner;
grant update (state) on reintegration.share to schakel_partner;
grant insert on reintegration.share_message to schakel_partner;
grant select (municipality, state, phase, residence, opened_at, closed_at, closure) on reintegration.trajectory to schakel_counts;
grant select (id, municipality, number, person_id, state, opened_at, closed_at, keep_until, erased_at) on reintegration.trajectory to schakel_keeper;
grant select (id, trajectory_id, account_id, from_at, until_at, verdict, reviewed_by, reviewed_at) on reintegration.emergency to schakel_keeper;

revoke execute on all functions in schema reintegration from public;
grant execute on function reintegration.reach, reintegration.standing, reintegration.open_case, reintegration.break_glass to schakel_casework;
grant execute on function reintegration.shared to schakel_partner;
grant execute on function reintegration.mine to schakel_survivor;
alter function reintegration.reach owner to schakel_guard;
alter function reintegration.mine owner to schakel_guard;
alter function reintegration.shared owner to schakel_guard;
alter function reintegration.standing owner to schakel_guard;
alter function reintegration.open_case owner to schakel_guard;
alter function reintegration.break_glass owner to schakel_guard;
alter function reintegration.may_join owner to schakel_guard;
revoke create on schema reintegration from schakel_guard;
