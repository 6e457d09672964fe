-- Whom was told that which piece of evidence fell away. Mail is forgotten after some months, and one mail may tell of several pieces;
-- what somebody was told of is not told again.

create table council.told_fallen (
  municipality text not null references council.municipality,
  account_id uuid not null,
  what text not null check (what <> ''),
  told_at timestamptz not null,
  primary key (municipality, account_id, what)
);
comment on table council.told_fallen is 'Desk. Of which fallen pieces of evidence, each under a settlement or a kept commitment, an account was told by mail.';
alter table council.told_fallen enable row level security;
alter table council.told_fallen force row level security;
grant select, insert on council.told_fallen to schakel_desk;
create policy desk on council.told_fallen to schakel_desk
  using (municipality = council.current_municipality()) with check (municipality = council.current_municipality());
