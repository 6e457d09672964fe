-- What the plan of a case needs beside its first form: with whom she agreed, which words were sealed when, since when somebody stands
-- around her, and how long a term stood still.

alter table reintegration.goal
  add column agreed_with uuid references gate.account,
  add column agreed_on date,
  add column words_version integer not null default 1,
  add column ended_at timestamptz;
comment on column reintegration.goal.agreed_with is 'Of the staff, with whom she agreed; null when she did so herself on her own page.';
comment on column reintegration.goal.agreed_on is 'The day of the conversation in which she agreed.';
comment on column reintegration.goal.words_version is 'The version that words and step were sealed for. It stays when only the state changes.';

alter table reintegration.contact
  add column set_at timestamptz not null default meta.clock(),
  add column set_by uuid references gate.account;
comment on column reintegration.contact.set_at is 'Since when this contact is written down; changes stand in the history.';

alter table reintegration.appointment add column made_at timestamptz not null default meta.clock();

alter table reintegration.term
  add column version integer not null default 1,
  add column suspended_on date,
  add check ((state = 'suspended') = (suspended_on is not null));
comment on column reintegration.term.suspended_on is 'Since which day it stands still; the days that it stood still are added to its end.';

create index note_newest on reintegration.note (trajectory_id, id desc) where removed_at is null;
create index attachment_of_note on reintegration.attachment (note_id);
create index term_running on reintegration.term (due_on) where state = 'running';
