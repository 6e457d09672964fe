-- The council list: settlement proposals that one meeting decides on, a line each.

create table council.council_list (
  municipality text not null,
  id integer generated always as identity,
  meeting_on date not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  made_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (municipality, id),
  check ((state = 'closed') = (closed_at is not null))
);
create index council_list_meeting on council.council_list (municipality, meeting_on desc, id desc);
comment on table council.council_list is 'Desk. The settlement proposals for one meeting of the deciding body; closed when the sitting is over.';
comment on column council.council_list.meeting_on is 'Day of the meeting; the decisions carry it.';
comment on column council.council_list.version is 'Counts changes to the lines; a change on an older version is refused.';

create table council.council_list_line (
  municipality text not null,
  list_id integer not null,
  position integer not null,
  proposal_id integer not null,
  matter_id integer not null,
  motion_id integer not null,
  choice text check (choice in ('accept', 'reject', 'hold')),
  reason text,
  done text check (done in ('accept', 'reject', 'hold')),
  primary key (municipality, list_id, position),
  unique (municipality, list_id, proposal_id),
  foreign key (municipality, list_id) references council.council_list,
  foreign key (municipality, proposal_id) references council.settlement_proposal,
  foreign key (municipality, matter_id) references council.matter,
  foreign key (municipality, motion_id) references council.motion
);
create index council_list_line_proposal on council.council_list_line (municipality, proposal_id);
comment on table council.council_list_line is 'Desk. One proposal on a list.';
comment on column council.council_list_line.choice is 'Marked during the sitting and not a decision yet; kept so that nothing typed is lost.';
comment on column council.council_list_line.done is 'What was entered for it: the decision itself is in settlement_decision or the history of the matter.';

do $$
declare
  t text;
begin
  foreach t in array array['council_list', 'council_list_line'] loop
    execute format('alter table council.%I enable row level security', t);
    execute format('alter table council.%I force row level security', t);
    execute format('grant select, insert, update on council.%I to schakel_desk', t);
    execute format(
      'create policy desk on council.%I to schakel_desk using (municipality = council.current_municipality()) with check (municipality = council.current_municipality())',
      t);
  end loop;
end
$$;
grant delete on council.council_list_line to schakel_desk;
