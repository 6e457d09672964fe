create schema audit;
grant usage on schema audit to schakel_desk;

create table audit.entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  municipality text not null,
  actor_kind text not null check (actor_kind in ('person', 'system')),
  actor_id text,
  actor_name text,
  event text not null check (event ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$'),
  subject jsonb not null check (jsonb_typeof(subject) = 'object'),
  fields text[] not null default '{}',
  check ((actor_kind = 'person') = (actor_id is not null)),
  check ((actor_kind = 'system') = (actor_name is not null))
);
comment on table audit.entry is 'Who did what to which record, and when. Identifiers and names of fields, never their content. Rows are only ever added.';
comment on column audit.entry.municipality is 'At whose desk it was done.';
comment on column audit.entry.actor_id is 'The person, when a person acted; no name, so that a name can be corrected or removed elsewhere.';
comment on column audit.entry.actor_name is 'Which part of the program acted, when no person did.';
comment on column audit.entry.event is 'What happened, in the past tense: motion.registered.';
comment on column audit.entry.subject is 'Identifiers of the records that it concerns, by kind: {"motion": "…"}.';
comment on column audit.entry.fields is 'Names of the fields that were set.';

create index entry_by_municipality on audit.entry (municipality, at);
create index entry_by_subject on audit.entry using gin (subject jsonb_path_ops);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'audit.entry is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger append_only before update or delete or truncate on audit.entry
  for each statement execute function audit.refuse_change();

grant select, insert on audit.entry to schakel_desk;
