INVARIANTS: dict[str, str] = {
    "a programme lies where its pair does": """
        SELECT p.id FROM personal_plan p JOIN pair q ON q.id = p.pair_id
        WHERE p.organisation_id <> q.organisation_id""",
    "a line of a programme has a programme": """
        SELECT i.id FROM plan_item i WHERE NOT EXISTS (
            SELECT 1 FROM personal_plan p WHERE p.pair_id = i.pair_id)""",
    "what is done has a day and a name, what is not has none": """
        SELECT id FROM plan_item WHERE (status = 'done')
        <> (done_on IS NOT NULL AND done_by IS NOT NULL)""",
    "an approved programme says when and by whom": """
        SELECT id FROM personal_plan WHERE status = 'approved'
        AND (approved_at IS NULL OR approved_by IS NULL)""",
    "only an approved programme has changes that wait": """
        SELECT id FROM personal_plan WHERE status <> 'approved' AND changed_at IS NOT NULL""",
    "a mark of an activity is one to ten": """
        SELECT id FROM plan_item WHERE mark NOT BETWEEN 1 AND 10""",
}
