create table identity.address (
  person_id uuid primary key references identity.person (id),
  address text not null check (address ~ '^[^@\s<>",;:]+@[^@\s<>",;:]+$'),
  set_at timestamptz not null
);
comment on table identity.address is 'The e-mail address of someone who works with Schakel. Only the login that sends mail reads it.';

-- The desk says what an address is, and sees who has one.
grant select (person_id), insert, update on identity.address to schakel_desk;
grant usage on schema identity to schakel_worker;
grant select on identity.address to schakel_worker;
