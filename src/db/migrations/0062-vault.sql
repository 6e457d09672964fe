-- Who somebody is and where she is: ciphertext only, apart from the case, which bears a number.

create schema vault;
grant usage on schema vault to schakel_casework, schakel_keeper, schakel_guard;
grant create on schema vault to schakel_guard;

create table vault.identity (
  trajectory_id bigint not null references reintegration.trajectory,
  person_id uuid not null,
  field text not null check (field in ('given-names', 'surname', 'called', 'birth-date', 'phone', 'email', 'document-number', 'language', 'nationality', 'contact-channel')),
  body bytea not null,
  version integer not null default 1,
  set_at timestamptz not null,
  primary key (person_id, field)
);
comment on table vault.identity is 'Who she is, a field a row, sealed with her own key.';
create table vault.location (
  id bigint generated always as identity primary key,
  trajectory_id bigint not null references reintegration.trajectory,
  person_id uuid not null,
  kind text not null check (kind in ('stay', 'post', 'meeting', 'avoid')),
  body bytea not null,
  from_on date,
  until_on date,
  set_at timestamptz not null,
  set_by uuid not null references gate.account,
  version integer not null default 1
);
comment on table vault.location is 'Where she is or must not be. Shown one at a time to whom it was granted, and each time logged.';
create table vault.location_grant (
  id bigint generated always as identity primary key,
  location_id bigint not null references vault.location,
  trajectory_id bigint not null references reintegration.trajectory,
  account_id uuid not null references gate.account,
  granted_by uuid not null references gate.account,
  granted_at timestamptz not null,
  until_at timestamptz
);
comment on table vault.location_grant is 'Who may see a place, by name.';
create table vault.blind (
  trajectory_id bigint not null references reintegration.trajectory,
  person_id uuid not null,
  field text not null,
  index bytea not null check (length(index) = 32),
  primary key (person_id, field)
);
comment on table vault.blind is 'Keyed hashes to find somebody by two identifiers.';
create index blind_by_index on vault.blind (field, index);

create function vault.located() returns bigint[] language sql stable security definer set search_path = '' as $$
  select coalesce(array_agg(location_grant.location_id), '{}')
  from vault.location_grant location_grant
  where location_grant.account_id = gate.actor()
    and (location_grant.until_at is null or location_grant.until_at > meta.clock())
$$;
comment on function vault.located is 'The places that were granted to the actor by name.';

alter table vault.identity enable row level security;
alter table vault.identity force row level security;
alter table vault.blind enable row level security;
alter table vault.blind force row level security;
create policy staff_reach on vault.identity to schakel_casework
  using (trajectory_id = any((select reintegration.reach())::bigint[]))
  with check (trajectory_id = any((select reintegration.reach())::bigint[]));
create policy staff_reach on vault.blind to schakel_casework
  using (trajectory_id = any((select reintegration.reach())::bigint[]))
  with check (trajectory_id = any((select reintegration.reach())::bigint[]));
create trigger same_case before update on vault.identity for each row execute function reintegration.same_case();
create trigger same_case before update on vault.blind for each row execute function reintegration.same_case();

alter table vault.location enable row level security;
alter table vault.location force row level security;
create policy staff_granted on vault.location for select to schakel_casework
  using (id = any((select vault.located())::bigint[]) and trajectory_id = any((select reintegration.reach())::bigint[]));
create policy staff_adds on vault.location for insert to schakel_casework
  with check (trajectory_id = any((select reintegration.reach())::bigint[]) and set_by = (select gate.actor()));
create policy staff_changes on vault.location for update to schakel_casework
  using (id = any((select vault.located())::bigint[]) and trajectory_id = any((select reintegration.reach())::bigint[]))
  with check (trajectory_id = any((select reintegration.reach())::bigint[]));
create trigger same_case before update on vault.location for each row execute function reintegration.same_case();
alter table vault.location_grant enable row level security;
alter table vault.location_grant force row level security;
create policy staff_reach on vault.location_grant to schakel_casework
  using (trajectory_id = any((select reintegration.reach())::bigint[]))
  with check (trajectory_id = any((select reintegration.reach())::bigint[]) and granted_by = (select gate.actor()));
create index on vault.location (trajectory_id);
create index on vault.location_grant (account_id);
create index on vault.location_grant (trajectory_id);

create policy guard_reads on vault.location_grant for select to schakel_guard using (true);
grant select on vault.location_grant to schakel_guard;
grant select, insert, update on vault.identity, vault.location, vault.blind, vault.location_grant to schakel_casework;
revoke execute on all functions in schema vault from public;
grant execute on function vault.located to schakel_casework;
alter function vault.located owner to schakel_guard;
revoke create on schema vault from schakel_guard;
