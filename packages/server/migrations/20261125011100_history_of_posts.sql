-- Who administers the unit of a post gives and ends it, also to somebody who holds more elsewhere; its history goes with it.
CREATE POLICY change_insert_of_post ON organisation_change FOR INSERT TO marsad_runtime WITH CHECK (
  author_id = (SELECT scope_person()) AND (SELECT scope_action()) = 'people.manage' AND field = 'post'
  AND CASE WHEN subject_kind = 'person' THEN EXISTS (
    SELECT 1 FROM post p WHERE p.person_id = subject_id::uuid AND unit_in_scope(p.unit_id)) ELSE false END);
