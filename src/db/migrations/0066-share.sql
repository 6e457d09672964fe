-- What a share needs beside its first form: how her consent was asked, that a share that ended was looked after, what a message is,
-- and the key that opens what was shared to the partner that it was shared with.

alter table reintegration.basis
  add column organisation_id uuid references gate.organisation,
  add column share_purpose text check (share_purpose in ('housing', 'training', 'work', 'debt', 'safety', 'care', 'legal')),
  add column categories text[],
  add column asked bytea,
  add column withdrawn_by uuid references gate.account;
comment on column reintegration.basis.organisation_id is 'Of consent to share: with whom, for share_purpose, the categories, until until_at.';
comment on column reintegration.basis.asked is 'Sealed: in which language she was asked, and with an interpreter or not.';

alter table reintegration.share
  add column seen_to_at timestamptz,
  add column seen_to_by uuid references gate.account;
comment on column reintegration.share.seen_to_at is 'When staff looked after a share that she or a partner ended, or that a withdrawal ended: until then it waits for them.';
create index share_waits on reintegration.share (trajectory_id) where stopped_at is not null and seen_to_at is null;

alter table reintegration.share_message
  add column kind text not null default 'question' check (kind in ('question', 'answer', 'report'));
comment on column reintegration.share_message.kind is 'A partner asks or reports; staff answers.';

grant create on schema reintegration to schakel_guard;

create function reintegration.of_share() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  whose bigint;
begin
  select share.trajectory_id into whose from reintegration.share share where share.id = new.share_id;
  if whose is null or new.trajectory_id is distinct from whose then
    raise exception 'what belongs to a share belongs to its case' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function reintegration.of_share is 'An item or a message is of the case that its share is of: none is slipped under the share of another.';
create trigger of_share before insert on reintegration.share_item for each row execute function reintegration.of_share();
create trigger of_share before insert on reintegration.share_message for each row execute function reintegration.of_share();

create function reintegration.basis_of_share() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (
    select from reintegration.basis basis
    where basis.id = new.basis_id and basis.trajectory_id = new.trajectory_id
      and (basis.organisation_id is null or basis.organisation_id = new.organisation_id)
  ) then
    raise exception 'a share rests on a ground of the same case, and on consent for this partner' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
comment on function reintegration.basis_of_share is 'A share rests on a ground of its own case; consent names the partner.';
create trigger basis_of_share before insert on reintegration.share for each row execute function reintegration.basis_of_share();

create function reintegration.share_key(wanted bigint) returns table (trajectory_id bigint, person_id uuid)
language sql stable security definer set search_path = '' as $$
  select trajectory.id, trajectory.person_id
  from reintegration.share share join reintegration.trajectory trajectory on trajectory.id = share.trajectory_id
  where share.id = wanted and wanted = any(reintegration.shared())
$$;
comment on function reintegration.share_key is 'The name of the key that opens a share, for the partner that it runs for; no row otherwise.';

-- Who declines has nothing more to see.
grant update (stopped_at, stopped_by) on reintegration.share to schakel_partner;

revoke execute on function reintegration.share_key, reintegration.of_share, reintegration.basis_of_share from public;
grant execute on function reintegration.share_key to schakel_partner;
alter function reintegration.of_share owner to schakel_guard;
alter function reintegration.basis_of_share owner to schakel_guard;
alter function reintegration.share_key owner to schakel_guard;
revoke create on schema reintegration from schakel_guard;
