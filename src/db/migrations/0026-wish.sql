-- How the council's wishes fare: one narrow row for each matter of a published motion, so that counting never reads the wide tables.

create table council.wish (
  municipality text not null,
  matter_id integer not null,
  motion_id integer not null,
  year integer not null,
  dated date,
  parties text[] not null,
  domain text,
  stand text not null check (stand in ('carried-out', 'partly', 'not', 'absorbed', 'transferred', 'overtaken', 'announced',
    'unknown-evidence', 'proposed', 'reopened', 'open')),
  settled_on date,
  primary key (municipality, matter_id),
  foreign key (municipality, matter_id) references council.matter
);
create index wish_motion on council.wish (municipality, motion_id);
create index wish_year on council.wish (municipality, year);
comment on table council.wish is
  'Public. Where each matter of a published motion stands, for counts. Kept by triggers on the facts; no row policy hides rows, so only public things may be in it.';
comment on column council.wish.dated is 'Day on which the motion was adopted or taken over; empty when no document says it.';
comment on column council.wish.parties is 'Slugs of the parties of its submitters.';
comment on column council.wish.domain is 'Of the part, or else of the request.';
comment on column council.wish.stand is 'unknown-evidence: settled, and nobody knows on what; reopened: was settled before and is not now.';
comment on column council.wish.settled_on is 'Day of the decision that stands; empty while it is not settled.';

create function council.refresh_wish(of_municipality text, of_motion integer) returns void
  language sql
  begin atomic
    delete from council.wish where municipality = of_municipality and motion_id = of_motion;
    insert into council.wish (municipality, matter_id, motion_id, year, dated, parties, domain, stand, settled_on)
    select matter.municipality, matter.id, matter.motion_id, entry.year, entry.dated, entry.parties,
      coalesce(part.domain, request.domain),
      case
        when matter.state = 'settled' and exists (
          select from council.settlement_evidence evidence
          where evidence.municipality = matter.municipality and evidence.proposal_id = decision.proposal_id
            and evidence.kind = 'unknown') then 'unknown-evidence'
        when matter.state = 'settled' then matter.outcome
        when matter.state = 'proposed' then 'proposed'
        when exists (
          select from council.settlement_decision earlier
          where earlier.municipality = matter.municipality and earlier.matter_id = matter.id
            and earlier.verdict = 'accept') then 'reopened'
        else 'open'
      end,
      decision.decided_on
    from council.matter
    join council.register_entry entry on entry.municipality = matter.municipality and entry.motion_id = matter.motion_id
    join council.request on request.municipality = matter.municipality and request.id = matter.request_id
    left join council.request_part part on part.municipality = matter.municipality and part.id = matter.part_id
    left join council.settlement_decision decision on decision.municipality = matter.municipality
      and decision.id = matter.decision_id
    where matter.municipality = of_municipality and matter.motion_id = of_motion;
  end;
comment on function council.refresh_wish(text, integer) is 'Derives the wishes of one motion again.';
revoke all on function council.refresh_wish(text, integer) from public;
grant execute on function council.refresh_wish(text, integer) to schakel_desk;

create function council.wish_follows() returns trigger
  language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform council.refresh_wish(old.municipality, old.motion_id);
  else
    perform council.refresh_wish(new.municipality, new.motion_id);
  end if;
  return null;
end
$$;
comment on function council.wish_follows() is 'Keeps council.wish with what it is derived from.';
revoke all on function council.wish_follows() from public;
grant execute on function council.wish_follows() to schakel_desk;

create trigger wish_follows after insert or update of state, outcome, decision_id, motion_id on council.matter
  for each row execute function council.wish_follows();
create trigger wish_follows after insert or delete or update of year, dated, parties on council.register_entry
  for each row execute function council.wish_follows();
create trigger wish_follows after update of domain on council.request
  for each row execute function council.wish_follows();
create trigger wish_follows after update of domain on council.request_part
  for each row execute function council.wish_follows();

alter table council.wish enable row level security;
alter table council.wish force row level security;
grant select, insert, update, delete on council.wish to schakel_desk;
create policy desk on council.wish to schakel_desk
  using (municipality = council.current_municipality()) with check (municipality = council.current_municipality());
grant select on council.wish to schakel_public;
create policy visitor on council.wish for select to schakel_public using (true);

-- What was followed before this version. Its owner reads the facts of all municipalities only while no policy is forced on it.
do $$
declare
  t text;
  tables constant text[] := array['wish', 'matter', 'register_entry', 'request', 'request_part', 'settlement_decision', 'settlement_evidence'];
  row record;
begin
  foreach t in array tables loop
    execute format('alter table council.%I no force row level security', t);
  end loop;
  for row in select distinct municipality, motion_id from council.matter loop
    perform council.refresh_wish(row.municipality, row.motion_id);
  end loop;
  foreach t in array tables loop
    execute format('alter table council.%I force row level security', t);
  end loop;
end
$$;
