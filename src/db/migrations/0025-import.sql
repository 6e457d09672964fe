-- What was registered can be corrected, and old motions can be imported from a list.

alter table council.motion add column version integer not null default 1;
comment on column council.motion.version is 'Counts corrections; a correction on an older version is refused.';

-- What comes from a list stands in no document.
alter table council.request alter column document_id drop not null;
alter table council.request_part alter column document_id drop not null;
alter table council.motion_submitter alter column document_id drop not null;
comment on column council.request.document_id is 'Empty when it comes from an imported list.';

create table council.motion_correction (
  municipality text not null,
  id integer generated always as identity,
  motion_id integer not null,
  field text not null,
  request_id integer,
  part_id integer,
  submitter_position integer,
  before text,
  after text,
  before_hidden boolean not null default false,
  origin text not null check (origin in ('desk', 'import')),
  corrected_at timestamptz not null,
  corrected_on date not null,
  by_role text not null,
  reason text,
  primary key (municipality, id),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, request_id) references council.request,
  foreign key (municipality, part_id) references council.request_part,
  check (not before_hidden or before is null)
);
create index motion_correction_motion on council.motion_correction (municipality, motion_id, id);
comment on table council.motion_correction is 'Public. Every change of a registered motion, only ever added.';
comment on column council.motion_correction.field is 'Field of src/council/correct/fields.ts.';
comment on column council.motion_correction.before_hidden is 'The earlier words held what may not be public.';
comment on column council.motion_correction.origin is 'import: a newer version of an old register said so.';

create table council.motion_correction_detail (
  municipality text not null,
  correction_id integer not null,
  actor_id text,
  actor_name text not null,
  before text,
  primary key (municipality, correction_id),
  foreign key (municipality, correction_id) references council.motion_correction
);
comment on table council.motion_correction_detail is 'Desk. Who corrected, and what stood there, also when that is not public.';

create table council.import (
  municipality text not null,
  id integer generated always as identity,
  sha256 text not null,
  file_name text not null,
  encoding text not null check (encoding in ('utf-8', 'utf-16le', 'windows-1252')),
  delimiter text not null check (delimiter in (';', ',', e'\t')),
  headers jsonb not null,
  row_count integer not null,
  state text not null check (state in ('mapping', 'checking', 'checked', 'running', 'done')),
  mapping jsonb,
  version integer not null default 1,
  uploaded_by text,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  checked_at timestamptz,
  started_at timestamptz,
  moved_at timestamptz,
  ended_at timestamptz,
  primary key (municipality, id),
  foreign key (municipality, sha256) references council.original
);
create index import_uploaded on council.import (municipality, uploaded_at desc);
comment on table council.import is 'Desk. A list of old motions on its way into the register. Its file is in council.original.';
comment on column council.import.mapping is 'Which column is what, and what its words mean; chosen by the clerk.';
comment on column council.import.moved_at is 'When the last rows were written.';

create table council.import_row (
  municipality text not null,
  import_id integer not null,
  row_number integer not null,
  cells jsonb not null,
  key text,
  verdict text check (verdict in ('new', 'changed', 'same', 'conflict', 'unreadable')),
  problems jsonb not null default '[]',
  differences jsonb not null default '[]',
  choices jsonb not null default '{}',
  motion_id integer,
  done_at timestamptz,
  primary key (municipality, import_id, row_number),
  foreign key (municipality, import_id) references council.import
);
create index import_row_waiting on council.import_row (municipality, import_id, key, row_number) where done_at is null;
create index import_row_verdict on council.import_row (municipality, import_id, verdict, row_number);
comment on table council.import_row is 'Desk. One row of the list as read, and what came or will come of it. May hold names: never public.';
comment on column council.import_row.row_number is 'The row of the spreadsheet; its headers are row 1.';
comment on column council.import_row.key is 'What the motion is recognised by, also when the list is imported again.';

create table council.import_memory (
  municipality text not null references council.municipality,
  kind text not null check (kind in ('column', 'outcome', 'status', 'settlement', 'option')),
  printed text not null,
  value text not null,
  primary key (municipality, kind, printed)
);
comment on table council.import_memory is 'Desk. What the clerk last said that headers and words of a list mean.';

create table council.imported_motion (
  municipality text not null,
  motion_id integer not null,
  imported_on date not null,
  printed_status text,
  request_is_title boolean not null default false,
  primary key (municipality, motion_id),
  foreign key (municipality, motion_id) references council.motion
);
comment on table council.imported_motion is 'Public. A motion that came from an old register; no document behind it was seen.';
comment on column council.imported_motion.printed_status is 'The status in the words of the old register.';
comment on column council.imported_motion.request_is_title is 'The list had no words of the request: the title stands in their place.';

create table council.imported_fields (
  municipality text not null,
  motion_id integer not null,
  source_key text,
  fields jsonb not null,
  primary key (municipality, motion_id),
  foreign key (municipality, motion_id) references council.motion
);
create index imported_fields_source on council.imported_fields (municipality, source_key);
comment on table council.imported_fields is 'Desk. What the list said when it was last imported: what differs from it since was corrected by a person.';

-- A wrong number goes; the correction keeps it.
grant delete on council.motion_identifier to schakel_desk;

do $$
declare
  t text;
  confidential constant text[] := array['motion_correction_detail', 'import', 'import_row', 'import_memory', 'imported_fields'];
  of_motion constant text[] := array['motion_correction', 'imported_motion'];
begin
  foreach t in array confidential || of_motion loop
    execute format('alter table council.%I enable row level security', t);
    execute format('alter table council.%I force row level security', t);
    execute format('grant select, insert on council.%I to schakel_desk', t);
    if t not in ('motion_correction', 'motion_correction_detail') then
      execute format('grant update on council.%I to schakel_desk', t);
    end if;
    execute format(
      'create policy desk on council.%I to schakel_desk using (municipality = council.current_municipality()) with check (municipality = council.current_municipality())',
      t);
    continue when t = any (confidential);
    execute format('grant select on council.%I to schakel_public', t);
    execute format(
      'create policy visitor on council.%1$I for select to schakel_public using (exists (select from council.motion m where m.municipality = %1$I.municipality and m.id = %1$I.motion_id and m.published_at is not null))',
      t);
  end loop;
end
$$;
