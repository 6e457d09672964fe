-- A file that came with a report can be destroyed, since photographs may show persons: its bytes go, and its name, its hash and the step
-- that destroyed it stay. Nothing else about such a file ever changes.

alter table programme.attachment
  alter column bytes drop not null,
  add column destroyed_in integer,
  add foreign key (municipality, destroyed_in) references programme.history,
  add constraint attachment_destroyed check ((bytes is null) = (destroyed_in is not null));
create index attachment_destroyed_in on programme.attachment (municipality, destroyed_in) where destroyed_in is not null;
comment on column programme.attachment.bytes is 'Empty: destroyed.';
comment on column programme.attachment.destroyed_in is 'The step by which it was destroyed: says when and, at the desk, by whom.';

create function programme.only_destroyed() returns trigger
  language plpgsql stable as $$
declare
  kept programme.attachment := new;
begin
  kept.bytes := old.bytes;
  kept.destroyed_in := old.destroyed_in;
  if kept is distinct from old or old.destroyed_in is not null or new.bytes is not null or not exists (
    select from programme.history step
    join programme.history report on report.municipality = step.municipality and report.id = old.history_id
      and report.subject = step.subject and report.subject_id = step.subject_id
    where step.municipality = old.municipality and step.id = new.destroyed_in and step.step = 'destroy') then
    raise exception 'permission denied: a file of a report is destroyed or stays as it is' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
comment on function programme.only_destroyed() is 'A file of a report loses its bytes by a step that says so, once; nothing else of it changes.';
revoke all on function programme.only_destroyed() from public;
grant execute on function programme.only_destroyed() to schakel_desk;

create trigger only_destroyed before update on programme.attachment
  for each row execute function programme.only_destroyed();
grant update (bytes, destroyed_in) on programme.attachment to schakel_desk;
