-- A letter that says again what was promised: the words in that letter, so that one commitment shows all places where it stands.

alter table council.commitment_letter add column at jsonb;
comment on column council.commitment_letter.at is 'Where the letter says it again; empty for the letter that made it, whose place stands with the commitment itself.';
