-- A motion that was registered twice: all that hangs on one moves to the other, which stays. What both said twice goes from the tables,
-- after a copy of how it was is kept; nothing of a motion that was not merged can be removed.

alter table council.motion
  add column merged_into integer,
  add foreign key (municipality, merged_into) references council.motion,
  add check (merged_into is null or published_at is null),
  add check (merged_into <> id);
comment on column council.motion.merged_into is 'The motion that it turned out to be; its own row stays for its address and is no longer public.';

create table council.motion_merge (
  municipality text not null,
  motion_id integer not null,
  into_id integer not null,
  year integer not null,
  slug text not null,
  number text,
  title text not null,
  merged_at timestamptz not null,
  merged_on date not null,
  by_role text not null,
  primary key (municipality, motion_id),
  unique (municipality, year, slug),
  foreign key (municipality, motion_id) references council.motion,
  foreign key (municipality, into_id) references council.motion,
  check (into_id <> motion_id)
);
create index motion_merge_into on council.motion_merge (municipality, into_id);
comment on table council.motion_merge is 'Public. That a motion was registered twice: which address, number and title now lead to which motion, since when.';
comment on column council.motion_merge.into_id is 'The motion that stays; follows when that one is merged in turn.';

create table council.motion_merge_detail (
  municipality text not null,
  motion_id integer not null,
  actor_id text,
  actor_name text not null,
  source_key text,
  before jsonb not null,
  primary key (municipality, motion_id),
  foreign key (municipality, motion_id) references council.motion_merge
);
create index motion_merge_detail_source on council.motion_merge_detail (municipality, source_key);
comment on table council.motion_merge_detail is 'Desk. Who merged, and every row of the merged motion as it was.';
comment on column council.motion_merge_detail.source_key is 'By which an old register knows it, so that importing that list again finds the motion that stays.';
comment on column council.motion_merge_detail.before is 'Table → its rows.';

create function council.is_merged(of_municipality text, of_motion integer) returns boolean
  language sql stable parallel safe
  return exists (
    select from council.motion
    where municipality = of_municipality and id = of_motion and merged_into is not null);
comment on function council.is_merged(text, integer) is 'Whether this motion was merged into another.';
revoke all on function council.is_merged(text, integer) from public;
grant execute on function council.is_merged(text, integer) to schakel_desk;

do $$
declare
  t text;
begin
  foreach t in array array['motion_merge', 'motion_merge_detail'] loop
    execute format('alter table council.%I enable row level security', t);
    execute format('alter table council.%I force row level security', t);
    execute format('grant select, insert on council.%I to schakel_desk', t);
    execute format(
      'create policy desk on council.%I to schakel_desk using (municipality = council.current_municipality()) with check (municipality = council.current_municipality())',
      t);
  end loop;
  -- Twice said: only of a merged motion.
  foreach t in array array['clause', 'request', 'request_part', 'motion_submitter', 'motion_vote', 'motion_proposal', 'letter_motion',
    'commitment_motion', 'document_motion', 'letter_out_motion', 'matter', 'matter_history', 'imported_motion', 'imported_fields'] loop
    execute format('grant delete on council.%I to schakel_desk', t);
    execute format(
      'create policy of_merged on council.%I as restrictive for delete to schakel_desk using (council.is_merged(municipality, motion_id))',
      t);
  end loop;
end
$$;
grant update (into_id) on council.motion_merge to schakel_desk;
grant select on council.motion_merge to schakel_public;
create policy visitor on council.motion_merge for select to schakel_public
  using (exists (select from council.motion m where m.municipality = motion_merge.municipality and m.id = motion_merge.into_id and m.published_at is not null));

grant delete on council.matter_official, council.matter_history_detail, council.settlement_claim_request to schakel_desk;
create policy of_merged on council.matter_official as restrictive for delete to schakel_desk
  using (exists (
    select from council.matter m
    where m.municipality = matter_official.municipality and m.id = matter_official.matter_id and council.is_merged(m.municipality, m.motion_id)));
create policy of_merged on council.matter_history_detail as restrictive for delete to schakel_desk
  using (exists (
    select from council.matter_history h
    where h.municipality = matter_history_detail.municipality and h.id = matter_history_detail.history_id
      and council.is_merged(h.municipality, h.motion_id)));
create policy of_merged on council.settlement_claim_request as restrictive for delete to schakel_desk
  using (exists (
    select from council.request r
    where r.municipality = settlement_claim_request.municipality and r.id = settlement_claim_request.request_id
      and council.is_merged(r.municipality, r.motion_id)));

-- History says which motion it belongs to; that alone may change.
grant update (motion_id) on council.matter_history, council.settlement_evidence, council.settlement_commitment,
  council.settlement_decision, council.commitment_relation, council.letter_out_motion to schakel_desk;
grant update (motion_id, submitter_position) on council.settlement_objection to schakel_desk;
grant update (motion_id, request_id, part_id, submitter_position) on council.motion_correction to schakel_desk;
