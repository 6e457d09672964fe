-- The data keys of people, wrapped: a database of their own, so that they can be backed up apart and forgotten soon.

create schema keys;
grant usage on schema keys to schakel_keys;

create table keys.person_key (
  person_id uuid primary key,
  wrapped bytea not null,
  kek_id text not null,
  version integer not null default 1 check (version > 0),
  made_at timestamptz not null default now()
);
comment on table keys.person_key is 'The data keys of one person, wrapped by the key-encryption key that kek_id names. Nothing here opens without that key, which is in no database.';
comment on column keys.person_key.version is 'Raised at every change, so that two writers notice each other.';
create index on keys.person_key (kek_id);
grant select, insert, update, delete on keys.person_key to schakel_keys;

create table keys.destroyed (
  person_id uuid primary key,
  at timestamptz not null default now()
);
comment on table keys.destroyed is 'Whose data keys were destroyed. Only ever added to.';
grant select, insert on keys.destroyed to schakel_keys;

create function keys.stay_destroyed() returns trigger language plpgsql as $$
begin
  -- Two at once must not pass each other: one destroying, one making.
  perform pg_advisory_xact_lock(7236004, hashtext(new.person_id::text));
  if exists (select from keys.destroyed where person_id = new.person_id) then
    raise exception 'the data key of this person was destroyed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger stay_destroyed before insert on keys.person_key
  for each row execute function keys.stay_destroyed();

create function keys.destroy() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(7236004, hashtext(new.person_id::text));
  delete from keys.person_key where person_id = new.person_id;
  return new;
end $$;
create trigger destroy before insert on keys.destroyed for each row execute function keys.destroy();
comment on function keys.destroy is 'To name somebody here is to destroy their data key: one statement, both or neither.';
