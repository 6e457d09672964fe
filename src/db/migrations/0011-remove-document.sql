-- A file that came in by mistake may go again, as long as nobody registered it.
create function council.is_unregistered(of_municipality text, of_document integer) returns boolean
  language sql stable parallel safe
  return exists (
    select from council.document
    where municipality = of_municipality and id = of_document and state <> 'registered');
comment on function council.is_unregistered(text, integer) is 'Whether a document of this municipality is still on its way to the register.';
revoke all on function council.is_unregistered(text, integer) from public;
grant execute on function council.is_unregistered(text, integer) to schakel_desk;

-- An original goes only after the document that holds it: the foreign key sees to that.
grant delete on council.original, council.document, council.document_draft to schakel_desk;
create policy unregistered on council.document as restrictive for delete to schakel_desk
  using (state <> 'registered');
create policy unregistered on council.document_draft as restrictive for delete to schakel_desk
  using (council.is_unregistered(municipality, document_id));
