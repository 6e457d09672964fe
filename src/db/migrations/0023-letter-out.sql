-- Letters that the college writes: drafts on their way past the desks, every step, and the exact files that were sent.
-- Nothing here is public: a letter becomes public when it is registered as a document, like any other.

create table council.letter_out (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  state text not null default 'draft' check (state in ('draft', 'official', 'portfolio-holder', 'college', 'sent', 'dropped')),
  content jsonb not null,
  version integer not null default 1,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  sent_on date,
  document_id integer,
  primary key (municipality, id),
  foreign key (municipality, document_id) references council.document,
  check ((state = 'sent') = (sent_on is not null)),
  check (document_id is null or state = 'sent')
);
create index letter_out_recent on council.letter_out (municipality, changed_at desc);
comment on table council.letter_out is 'Desk. A letter that the college writes, as it stands now.';
comment on column council.letter_out.content is 'Reference block and sections; of each section what was composed and what stands there now.';
comment on column council.letter_out.version is 'Counts steps; a step on an older version is refused.';
comment on column council.letter_out.document_id is 'The document that the sent letter became in the register.';

create table council.letter_out_motion (
  municipality text not null,
  letter_id integer not null,
  motion_id integer not null,
  position integer not null,
  primary key (municipality, letter_id, motion_id),
  foreign key (municipality, letter_id) references council.letter_out,
  foreign key (municipality, motion_id) references council.motion
);
create index letter_out_motion_motion on council.letter_out_motion (municipality, motion_id);
comment on table council.letter_out_motion is 'Desk. The motions that a letter is about, in its order.';

create table council.letter_out_history (
  municipality text not null,
  id integer generated always as identity,
  letter_id integer not null,
  step text not null check (step in ('begin', 'edit', 'renew', 'submit', 'clear', 'agree', 'send', 'return', 'drop', 'register', 'undo')),
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
  unique (municipality, letter_id, version),
  unique (municipality, undoes),
  foreign key (municipality, letter_id) references council.letter_out,
  foreign key (municipality, undoes) references council.letter_out_history,
  check ((step = 'undo') = (undoes is not null)),
  check (step <> 'return' or reason is not null)
);
create index letter_out_history_letter on council.letter_out_history (municipality, letter_id, id);
comment on table council.letter_out_history is 'Desk. Every step of a letter, only ever added.';
comment on column council.letter_out_history.version is 'The version that the step made.';
comment on column council.letter_out_history.sections is 'Which parts of the letter an edit changed, by name; never what was written.';
comment on column council.letter_out_history.before is 'State and content before the step; what an undo puts back.';

create table council.letter_out_file (
  municipality text not null,
  letter_id integer not null,
  format text not null check (format in ('docx', 'pdf')),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  size integer not null check (size = octet_length(bytes)),
  made_at timestamptz not null,
  primary key (municipality, letter_id, format),
  foreign key (municipality, letter_id) references council.letter_out
);
comment on table council.letter_out_file is 'Desk. The files of a letter exactly as they were sent; never changed.';

do $$
declare
  t text;
begin
  foreach t in array array['letter_out', 'letter_out_motion', 'letter_out_history', 'letter_out_file'] loop
    execute format('alter table council.%I enable row level security', t);
    execute format('alter table council.%I force row level security', t);
    execute format('grant select, insert on council.%I to schakel_desk', t);
    execute format(
      'create policy desk on council.%I to schakel_desk using (municipality = council.current_municipality()) with check (municipality = council.current_municipality())',
      t);
  end loop;
end
$$;
grant update on council.letter_out to schakel_desk;
