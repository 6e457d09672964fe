-- The council room. Every row carries its municipality, and every key and index starts with it.
-- A table is either wholly public (redacted and published content, readable by schakel_public) or wholly not.

create schema council;
create extension if not exists btree_gin with schema public;

-- Desk rows are visible only for the municipality of the session; no setting means no rows.
create function council.current_municipality() returns text
  language sql stable parallel safe
  return nullif(current_setting('schakel.municipality', true), '');
comment on function council.current_municipality() is
  'The municipality that the desk works for in this transaction. After a transaction the setting reads as an empty string.';

create table council.municipality (
  municipality text primary key check (municipality ~ '^[a-z][a-z0-9-]{1,62}$'),
  name text not null check (name <> ''),
  theme text not null check (theme in ('schakel', 'ma'))
);
comment on table council.municipality is 'Public. The municipalities of this region.';
comment on column council.municipality.municipality is 'Short name in public addresses; never changes.';
comment on column council.municipality.theme is 'The look of its pages.';

create table council.setting (
  municipality text not null references council.municipality,
  key text not null,
  valid_from date not null,
  value jsonb not null,
  source text not null,
  primary key (municipality, key, valid_from)
);
comment on table council.setting is 'Desk. Dated settings, such as the standard term for answering a motion; a row holds until the next one.';
comment on column council.setting.source is 'The decision or rule of order that says so.';

create table council.recess (
  municipality text not null references council.municipality,
  kind text not null check (kind in ('summer', 'autumn', 'christmas', 'spring', 'may')),
  first_day date not null,
  last_day date not null check (last_day >= first_day),
  source text not null,
  primary key (municipality, first_day, kind)
);
comment on table council.recess is 'Public. Recess calendar, loaded from rules/recess; both days are inclusive.';

create table council.body (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  kind text not null check (kind in ('council', 'college', 'committee')),
  name text not null,
  primary key (municipality, id),
  unique (municipality, kind, name)
);
comment on table council.body is 'Public. Council, college and committees.';

create table council.meeting (
  municipality text not null,
  id integer generated always as identity,
  body_id integer not null,
  held_on date not null,
  primary key (municipality, id),
  unique (municipality, body_id, held_on),
  foreign key (municipality, body_id) references council.body
);
comment on table council.meeting is 'Public. A day on which a body met, as far as documents name it.';

create table council.party (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  slug text not null,
  name text not null,
  primary key (municipality, id),
  unique (municipality, slug)
);
comment on table council.party is 'Public. Parties in the council, under the name that documents print.';

create table council.person (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  name text not null,
  family_name text not null,
  primary key (municipality, id)
);
create index person_family_name on council.person (municipality, lower(family_name));
comment on table council.person is 'Public. Councillors and members of the college. Never civil servants.';
comment on column council.person.family_name is 'What documents print after "de heer" or "mevrouw"; finds the person.';

create table council.party_membership (
  municipality text not null,
  person_id integer not null,
  party_id integer not null,
  first_day date not null,
  last_day date check (last_day >= first_day),
  primary key (municipality, person_id, party_id, first_day),
  foreign key (municipality, person_id) references council.person,
  foreign key (municipality, party_id) references council.party
);
comment on table council.party_membership is 'Public. Who sat for which party when; an open last_day means: still.';

create table council.original (
  municipality text not null references council.municipality,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  size integer not null check (size = octet_length(bytes)),
  media_type text,
  stored_at timestamptz not null,
  primary key (municipality, sha256)
);
comment on table council.original is 'Desk. The file as received, under its hash, kept even when unreadable. Never public, never changed.';

create table council.document (
  municipality text not null,
  id integer generated always as identity,
  sha256 text not null,
  file_name text not null,
  state text not null check (state in ('stored', 'unreadable', 'read', 'registered')),
  format text check (format in ('pdf', 'docx', 'html', 'text')),
  error_code text,
  pages jsonb,
  reading jsonb,
  review jsonb,
  review_version integer not null default 0,
  reviewed_by text,
  reviewed_by_name text,
  reviewed_at timestamptz,
  uploaded_by text,
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  registered_by text,
  registered_by_name text,
  registered_at timestamptz,
  primary key (municipality, id),
  unique (municipality, sha256),
  foreign key (municipality, sha256) references council.original,
  check ((state = 'unreadable') = (error_code is not null)),
  check (state not in ('read', 'registered') or (pages is not null and reading is not null)),
  check ((state = 'registered') = (registered_at is not null))
);
create index document_inbox on council.document (municipality, state, uploaded_at desc);
comment on table council.document is 'Desk. A letter or motion on its way from upload to register. Holds unredacted text: never public.';
comment on column council.document.uploaded_by is 'Identifier of the person; empty when the program itself did it. The name beside it is as it was then.';
comment on column council.document.file_name is 'As uploaded; may hold a name of a person, so never public.';
comment on column council.document.error_code is 'Why it could not be read, for the clerk; closed list in src/errors.ts.';
comment on column council.document.pages is 'Text of each page in NFC, unredacted; offsets of all passages point into it.';
comment on column council.document.reading is 'What the machine read; never changed afterwards.';
comment on column council.document.review is 'What the clerk made of it so far: the newest draft.';
comment on column council.document.review_version is 'Counts saves; a save on an older version is refused.';

create table council.document_draft (
  municipality text not null,
  document_id integer not null,
  version integer not null check (version > 0),
  review jsonb not null,
  saved_by text,
  saved_by_name text not null,
  saved_at timestamptz not null,
  primary key (municipality, document_id, version),
  foreign key (municipality, document_id) references council.document
);
comment on table council.document_draft is 'Desk. Every saved draft, so that two clerks'' changes can be merged and nothing is lost.';

create table council.published_document (
  municipality text not null,
  document_id integer not null,
  year integer not null,
  slug text not null,
  kind text not null check (kind in ('settlement-letter', 'information-letter', 'motion', 'amendment', 'decision-list', 'unknown')),
  title text not null,
  dated date,
  pages jsonb not null,
  published_at timestamptz,
  primary key (municipality, document_id),
  unique (municipality, year, slug),
  foreign key (municipality, document_id) references council.document
);
comment on table council.published_document is 'Public. Redacted text of a registered document.';
comment on column council.published_document.pages is 'Redacted; each page as long as the original page, so that offsets stay valid.';
comment on column council.published_document.published_at is 'Empty hides it from the public.';

create table council.letter (
  municipality text not null,
  id integer generated always as identity,
  document_id integer not null,
  kind text not null check (kind in ('settlement-letter', 'information-letter')),
  dated date not null,
  subject text,
  reference text,
  registry_number text,
  addressee text,
  place text,
  department text,
  unit text,
  signatories jsonb not null default '[]',
  sources jsonb not null default '{}',
  published_at timestamptz,
  primary key (municipality, id),
  unique (municipality, document_id),
  foreign key (municipality, document_id) references council.document
);
create index letter_registry on council.letter (municipality, registry_number);
create index letter_dated on council.letter (municipality, dated desc, id desc);
comment on table council.letter is 'Public. A letter from the college to the council. Its contact person is in letter_contact.';
comment on column council.letter.sources is 'Field name → document and passage.';

create table council.letter_contact (
  municipality text not null,
  letter_id integer not null,
  name text,
  phone text,
  email text,
  primary key (municipality, letter_id),
  foreign key (municipality, letter_id) references council.letter
);
comment on table council.letter_contact is 'Desk. The civil servant named in the letter: never public.';

create table council.letter_topic (
  municipality text not null,
  letter_id integer not null,
  position integer not null,
  kind text not null check (kind in ('pillar', 'domain')),
  key text not null,
  text text not null,
  document_id integer not null,
  at jsonb not null,
  primary key (municipality, letter_id, position),
  foreign key (municipality, letter_id) references council.letter
);
comment on table council.letter_topic is 'Public. Pillars and domains that the letter itself addresses.';

create table council.motion (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  kind text not null check (kind in ('motion', 'amendment')),
  year integer not null,
  slug text not null,
  number text,
  title text not null,
  dated date,
  meeting_id integer,
  outcome text not null check (outcome in ('adopted', 'rejected', 'withdrawn', 'held', 'taken-over', 'lapsed', 'not-voted', 'unknown')),
  votes_for integer check (votes_for >= 0),
  votes_against integer check (votes_against >= 0),
  closing_formula boolean,
  sources jsonb not null default '{}',
  published_at timestamptz,
  created_at timestamptz not null,
  primary key (municipality, id),
  unique (municipality, year, slug),
  foreign key (municipality, meeting_id) references council.meeting
);
create index motion_dated on council.motion (municipality, dated desc nulls last, id desc);
comment on table council.motion is 'Public. A motion or amendment.';
comment on column council.motion.year is 'Part of its public address; never changes.';
comment on column council.motion.slug is 'Part of its public address, unique within municipality and year; never changes.';
comment on column council.motion.number is 'As first printed. Numbers conflict between documents: all of them are in motion_identifier.';
comment on column council.motion.closing_formula is 'Whether the text ends with the closing formula; empty when its text was never seen.';
comment on column council.motion.sources is 'Field name → document and passage.';

create table council.motion_identifier (
  municipality text not null,
  motion_id integer not null,
  kind text not null check (kind in ('number', 'registry')),
  value text not null,
  printed text not null,
  document_id integer,
  primary key (municipality, motion_id, kind, value),
  foreign key (municipality, motion_id) references council.motion
);
create index motion_identifier_value on council.motion_identifier (municipality, kind, value);
comment on table council.motion_identifier is 'Public. Every number under which a motion is known. The same number may belong to two motions, and a motion may have two.';
comment on column council.motion_identifier.value is 'Folded for comparison: lower case, no dots, spaces or hyphens.';

create table council.motion_submitter (
  municipality text not null,
  motion_id integer not null,
  position integer not null,
  printed_name text not null,
  printed_party text,
  person_id integer,
  party_id integer,
  document_id integer not null,
  at jsonb not null,
  primary key (municipality, motion_id, position),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, person_id) references council.person,
  foreign key (municipality, party_id) references council.party
);
create index motion_submitter_person on council.motion_submitter (municipality, person_id);
create index motion_submitter_party on council.motion_submitter (municipality, party_id);
comment on table council.motion_submitter is 'Public. Who submitted the motion, as printed; person and party only where known for that day.';

create table council.motion_vote (
  municipality text not null,
  motion_id integer not null,
  party_id integer not null,
  vote text not null check (vote in ('for', 'against', 'divided')),
  document_id integer not null,
  at jsonb not null,
  primary key (municipality, motion_id, party_id),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, party_id) references council.party
);
comment on table council.motion_vote is 'Public. Votes per party.';

create table council.proposal (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  title text,
  registry_number text,
  primary key (municipality, id),
  check (title is not null or registry_number is not null)
);
create index proposal_registry on council.proposal (municipality, registry_number);
comment on table council.proposal is 'Public. A proposal of the college during whose debate motions were submitted.';

create table council.motion_proposal (
  municipality text not null,
  motion_id integer not null,
  proposal_id integer not null,
  document_id integer not null,
  at jsonb not null,
  primary key (municipality, motion_id, proposal_id),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, proposal_id) references council.proposal
);
comment on table council.motion_proposal is 'Public. Motions and the proposals they belong to, N:M.';

create table council.clause (
  municipality text not null,
  id integer generated always as identity,
  motion_id integer not null,
  position integer not null,
  kind text not null check (kind in ('noting', 'considering', 'opinion', 'appreciating', 'other')),
  text text not null check (text <> ''),
  document_id integer not null,
  at jsonb not null,
  primary key (municipality, id),
  unique (municipality, motion_id, position),
  foreign key (municipality, motion_id) references council.motion
);
comment on table council.clause is 'Public. One fact or reason that the motion gives.';

create table council.request (
  municipality text not null,
  id integer generated always as identity,
  motion_id integer not null,
  position integer not null,
  kind text not null check (kind in ('request', 'instruct', 'call-upon', 'declare', 'decide')),
  act text not null check (act in ('investigate', 'do', 'report', 'stop', 'other')),
  addressee text,
  text text not null check (text <> ''),
  domain text check (domain in ('housing', 'training', 'work', 'debt', 'health', 'safety', 'network', 'legal', 'other')),
  due_text text,
  due_not_before date,
  due_not_after date,
  due_rule text,
  periodic_text text,
  periodic_months integer check (periodic_months > 0),
  document_id integer not null,
  at jsonb not null,
  primary key (municipality, id),
  unique (municipality, motion_id, position),
  foreign key (municipality, motion_id) references council.motion
);
comment on table council.request is 'Public. One thing that the council asks, tells, declares or decides; each is followed to a settlement of its own.';
comment on column council.request.due_rule is 'How the dates follow from the words; empty dates with a rule mean that the words could not be dated.';

create table council.request_part (
  municipality text not null,
  id integer generated always as identity,
  motion_id integer not null,
  request_id integer not null,
  position integer not null,
  text text not null check (text <> ''),
  domain text check (domain in ('housing', 'training', 'work', 'debt', 'health', 'safety', 'network', 'legal', 'other')),
  document_id integer not null,
  at jsonb not null,
  primary key (municipality, id),
  unique (municipality, request_id, position),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, request_id) references council.request
);
create index request_part_motion on council.request_part (municipality, motion_id);
comment on table council.request_part is 'Public. One of the matters that a request names.';

create table council.commitment (
  municipality text not null references council.municipality,
  id integer generated always as identity,
  text text not null check (text <> ''),
  made_on date not null,
  due_text text,
  due_not_before date,
  due_not_after date,
  due_rule text,
  document_id integer not null,
  at jsonb not null,
  published_at timestamptz,
  primary key (municipality, id)
);
create index commitment_due on council.commitment (municipality, coalesce(due_not_after, due_not_before), made_on desc, id desc);
create index commitment_document on council.commitment (municipality, document_id);
comment on table council.commitment is 'Public. What the college says that it will do, with the term in its own words.';
comment on column council.commitment.due_not_before is 'Empty when the letter names no date or its words cannot be dated; never invented.';

create table council.settlement_claim (
  municipality text not null,
  id integer generated always as identity,
  letter_id integer not null,
  motion_id integer not null,
  claim text not null check (claim in ('settled', 'partly', 'not', 'in-progress', 'none')),
  basis text not null check (basis in ('carried-out', 'announced', 'absorbed', 'transferred', 'overtaken', 'unstated')),
  text text,
  claimed_on date not null,
  document_id integer not null,
  at jsonb not null,
  primary key (municipality, id),
  foreign key (municipality, letter_id) references council.letter,
  foreign key (municipality, motion_id) references council.motion
);
create index settlement_claim_motion on council.settlement_claim (municipality, motion_id);
create index settlement_claim_letter on council.settlement_claim (municipality, letter_id);
comment on table council.settlement_claim is 'Public. What a letter says about a motion. A claim of the college, not a settlement.';
comment on column council.settlement_claim.basis is 'announced: what carries the claim does not exist at the letter''s date; absorbed: it does.';

create table council.settlement_claim_request (
  municipality text not null,
  claim_id integer not null,
  request_id integer not null,
  part_id integer,
  unique nulls not distinct (municipality, claim_id, request_id, part_id),
  foreign key (municipality, claim_id) references council.settlement_claim,
  foreign key (municipality, request_id) references council.request,
  foreign key (municipality, part_id) references council.request_part
);
create index settlement_claim_request_request on council.settlement_claim_request (municipality, request_id);
comment on table council.settlement_claim_request is 'Public. Which requests, or parts of one, a claim is about. A claim about the whole motion names each request.';

create table council.letter_motion (
  municipality text not null,
  letter_id integer not null,
  motion_id integer not null,
  role text not null check (role in ('answers', 'mentions')),
  primary key (municipality, letter_id, motion_id),
  foreign key (municipality, letter_id) references council.letter,
  foreign key (municipality, motion_id) references council.motion
);
create index letter_motion_motion on council.letter_motion (municipality, motion_id);
comment on table council.letter_motion is 'Public. Letters and the motions they speak of, N:M.';

create table council.commitment_letter (
  municipality text not null,
  commitment_id integer not null,
  letter_id integer not null,
  role text not null check (role in ('made', 'repeated', 'kept')),
  primary key (municipality, commitment_id, letter_id, role),
  foreign key (municipality, commitment_id) references council.commitment,
  foreign key (municipality, letter_id) references council.letter
);
create index commitment_letter_letter on council.commitment_letter (municipality, letter_id);
comment on table council.commitment_letter is 'Public. Commitments and the letters that make, repeat or keep them, N:M.';

create table council.commitment_motion (
  municipality text not null,
  commitment_id integer not null,
  motion_id integer not null,
  primary key (municipality, commitment_id, motion_id),
  foreign key (municipality, commitment_id) references council.commitment,
  foreign key (municipality, motion_id) references council.motion
);
create index commitment_motion_motion on council.commitment_motion (municipality, motion_id);
comment on table council.commitment_motion is 'Public. Commitments and the motions they answer, N:M.';

create table council.document_motion (
  municipality text not null,
  document_id integer not null,
  motion_id integer not null,
  role text not null check (role in ('text', 'quoted', 'mentioned')),
  primary key (municipality, document_id, motion_id),
  foreign key (municipality, motion_id) references council.motion
);
create index document_motion_motion on council.document_motion (municipality, motion_id);
comment on table council.document_motion is 'Public. Documents and the motions in them: its own text, quoted in a letter, or only mentioned.';

create table council.register_entry (
  municipality text not null,
  motion_id integer not null,
  kind text not null,
  year integer not null,
  slug text not null,
  number text,
  title text not null,
  dated date,
  outcome text not null,
  status text not null check (status in ('open', 'in-progress', 'claimed-settled', 'claimed-partly', 'claimed-not', 'held', 'not-adopted', 'unknown')),
  basis text,
  parties text[] not null default '{}',
  domains text[] not null default '{}',
  requests integer not null default 0,
  parts integer not null default 0,
  facets text not null,
  answered_on date,
  primary key (municipality, motion_id),
  foreign key (municipality, motion_id) references council.motion
);
create index register_entry_dated on council.register_entry (municipality, dated desc nulls last, motion_id desc);
comment on table council.register_entry is
  'Public. One narrow row for each published motion, for lists, filters and counts. Rebuilt from the facts by refreshRegister; no row policy hides rows, so only public things may be in it.';
comment on column council.register_entry.status is 'Derived from facts by src/council/request-status.ts; no verdict.';
comment on column council.register_entry.parties is 'Slugs of the parties of its submitters.';
comment on column council.register_entry.facets is 'status|year|parties|domains, lists joined by commas: counting by one text is several times faster than by four columns.';

create table council.register_search (
  municipality text not null,
  motion_id integer not null,
  words tsvector not null,
  primary key (municipality, motion_id),
  foreign key (municipality, motion_id) references council.motion
);
create index register_search_words on council.register_search using gin (municipality, words);
comment on table council.register_search is
  'Public. Redacted title, requests, submitters, clauses and documents of each published motion. Apart from register_entry, which must stay narrow.';

-- Dutch search. The stemmer keeps "moties" and "motie" apart, and hyphen and diaeresis spell the same word.
create function council.search_fold(input text) returns text
  language sql immutable parallel safe strict
  return regexp_replace(
    regexp_replace(
      regexp_replace(normalize(lower(input), NFD), '[\u0300-\u036f]', '', 'g'),
      '\m(re|pre|co|de)-(?=[aeiou])', '\1', 'g'),
    '(?<=[a-z]{3})(?<!adv|verl|prec)ies\M', 'ie', 'g');
comment on function council.search_fold(text) is
  'Folds what the Dutch stemmer keeps apart: moties/motie, reïntegratie/re-integratie, accents. For text and query alike.';

create function council.search_words(input text) returns tsvector
  language sql immutable parallel safe strict
  return to_tsvector('pg_catalog.dutch', council.search_fold(input));

create function council.search_query(input text) returns tsquery
  language sql immutable parallel safe strict
  return websearch_to_tsquery('pg_catalog.dutch', council.search_fold(input));

-- Grants. The desk writes only its own municipality; nobody deletes what was registered.
grant usage on schema council to schakel_desk, schakel_public;
revoke all on all functions in schema council from public;
grant execute on all functions in schema council to schakel_desk, schakel_public;

do $$
declare
  t text;
  confidential constant text[] := array['setting', 'original', 'document', 'document_draft', 'letter_contact'];
  published constant text[] := array['letter', 'motion', 'commitment', 'published_document'];
  of_motion constant text[] := array['motion_identifier', 'motion_submitter', 'motion_vote', 'motion_proposal', 'clause',
    'request', 'request_part', 'document_motion'];
  of_letter constant text[] := array['letter_topic', 'letter_motion', 'settlement_claim'];
begin
  for t in select tablename from pg_tables where schemaname = 'council' loop
    execute format('alter table council.%I enable row level security', t);
    execute format('alter table council.%I force row level security', t);
    execute format('grant select, insert, update on council.%I to schakel_desk', t);
    execute format(
      'create policy desk on council.%I to schakel_desk using (municipality = council.current_municipality()) with check (municipality = council.current_municipality())',
      t);
    continue when t = any (confidential);
    execute format('grant select on council.%I to schakel_public', t);
    if t = any (published) then
      execute format('create policy visitor on council.%I for select to schakel_public using (published_at is not null)', t);
    elsif t = any (of_motion) then
      execute format(
        'create policy visitor on council.%1$I for select to schakel_public using (exists (select from council.motion m where m.municipality = %1$I.municipality and m.id = %1$I.motion_id and m.published_at is not null))',
        t);
    elsif t = any (of_letter) then
      execute format(
        'create policy visitor on council.%1$I for select to schakel_public using (exists (select from council.letter l where l.municipality = %1$I.municipality and l.id = %1$I.letter_id and l.published_at is not null))',
        t);
    elsif t in ('commitment_letter', 'commitment_motion') then
      execute format(
        'create policy visitor on council.%1$I for select to schakel_public using (exists (select from council.commitment c where c.municipality = %1$I.municipality and c.id = %1$I.commitment_id and c.published_at is not null))',
        t);
    elsif t = 'settlement_claim_request' then
      execute format(
        'create policy visitor on council.%1$I for select to schakel_public using (exists (select from council.request r where r.municipality = %1$I.municipality and r.id = %1$I.request_id))',
        t);
    else
      execute format('create policy visitor on council.%I for select to schakel_public using (true)', t);
    end if;
  end loop;
end
$$;

-- Search over public rows needs no row policy: with one, `@@` (not leakproof) could not use its index.
create policy desk_reads on council.register_search for select to schakel_desk using (true);
-- Whose hands may rewrite derived rows and drafts' shared rows.
grant delete on council.register_entry, council.register_search to schakel_desk;
-- Municipalities, recesses and settings are set up by the program, as the desk of that municipality.
