-- Reports of a programme to the council: drafts, every step, and the exact files that were sent. Nothing of these is public.
-- What is public is which registered document reports on which programme.

create table programme.report_out (
  municipality text not null,
  id integer generated always as identity,
  programme_id integer not null,
  kind text not null check (kind in ('interim', 'yearly')),
  language text not null default 'nl' check (language in ('nl', 'en')),
  period_start date not null,
  period_end date not null,
  state text not null default 'draft' check (state in ('draft', 'agreed', 'sent', 'dropped')),
  content jsonb not null,
  version integer not null default 1,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  sent_on date,
  document_id integer,
  primary key (municipality, id),
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, document_id) references council.document,
  check (period_end >= period_start),
  check ((state = 'sent') = (sent_on is not null)),
  check (document_id is null or state = 'sent')
);
create index report_out_programme on programme.report_out (municipality, programme_id, period_start);
create index report_out_document on programme.report_out (municipality, document_id);
comment on table programme.report_out is 'Desk. A report of a programme to the council, as it stands now.';
comment on column programme.report_out.content is 'Head and sections; of each section what was composed and what stands there now.';
comment on column programme.report_out.version is 'Counts steps; a step on an older version is refused.';
comment on column programme.report_out.document_id is 'The document that the sent report became in the register.';

create table programme.report_out_history (
  municipality text not null,
  id integer generated always as identity,
  report_id integer not null,
  step text not null check (step in ('begin', 'edit', 'renew', 'agree', 'return', 'send', 'drop', 'register', 'undo')),
  from_state text not null,
  to_state text not null,
  version integer not null,
  moved_at timestamptz not null,
  by_role text not null,
  actor_id text,
  actor_name text not null,
  reason text,
  sections text[] not null default '{}',
  before jsonb not null,
  undoes integer,
  primary key (municipality, id),
  unique (municipality, report_id, version),
  unique (municipality, undoes),
  foreign key (municipality, report_id) references programme.report_out,
  foreign key (municipality, undoes) references programme.report_out_history,
  check ((step = 'undo') = (undoes is not null)),
  check (step <> 'return' or reason is not null)
);
comment on table programme.report_out_history is 'Desk. Every step of a report, only ever added.';
comment on column programme.report_out_history.version is 'The version that the step made.';
comment on column programme.report_out_history.sections is 'Which parts of the report a step changed, by name; never what was written.';
comment on column programme.report_out_history.before is 'State and content before the step; what an undo puts back.';

create table programme.report_out_file (
  municipality text not null,
  report_id integer not null,
  format text not null check (format in ('docx', 'pdf')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  size integer not null check (size = octet_length(bytes)),
  made_at timestamptz not null,
  primary key (municipality, report_id, format),
  foreign key (municipality, report_id) references programme.report_out
);
comment on table programme.report_out_file is 'Desk. The files of a report exactly as they were sent; never changed.';

create table programme.report_published (
  municipality text not null,
  report_id integer not null,
  programme_id integer not null,
  document_id integer not null,
  kind text not null check (kind in ('interim', 'yearly')),
  period_start date not null,
  period_end date not null,
  sent_on date not null,
  primary key (municipality, report_id),
  foreign key (municipality, report_id) references programme.report_out,
  foreign key (municipality, programme_id) references programme.programme,
  foreign key (municipality, document_id) references council.document
);
create index report_published_programme on programme.report_published (municipality, programme_id);
create index report_published_document on programme.report_published (municipality, document_id);
comment on table programme.report_published is 'Public once adopted, as long as its document is. Which document reports to the council on which programme.';

do $$
declare
  t text;
begin
  foreach t in array array['report_out', 'report_out_history', 'report_out_file', 'report_published'] loop
    execute format('alter table programme.%I enable row level security', t);
    execute format('alter table programme.%I force row level security', t);
    execute format('grant select, insert on programme.%I to schakel_desk', t);
    execute format(
      'create policy desk on programme.%I to schakel_desk using (municipality = nullif(current_setting(''schakel.municipality'', true), '''')) with check (municipality = nullif(current_setting(''schakel.municipality'', true), ''''))',
      t);
  end loop;
end
$$;
grant update on programme.report_out, programme.report_published to schakel_desk;
grant select on programme.report_published to schakel_public;
create policy visitor on programme.report_published for select to schakel_public
  using (programme.is_adopted(municipality, programme_id));
create policy of_published on programme.report_published as restrictive for select to schakel_public
  using (council.is_published(municipality, document_id));
