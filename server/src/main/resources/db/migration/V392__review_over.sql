-- Modules review and registry: finds what was kept long enough.
create index review_case_over on review_case (closed_at) where closed_at is not null;
create index line_user_over on line_user (uses_until) where uses_until is not null;
create index line_equipment_over on line_equipment (present_until) where present_until is not null;
