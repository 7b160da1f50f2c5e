"""A partnership of a story's own: founded on the command line, its agencies and people added in a browser."""

from acts import fill
from post import address
from stores import begin


def found(visit, served, name, procedure, domain, coordinator, role, agencies, people):
    """Founds a partnership under a procedure.

    `coordinator` gets a role of the procedure. `agencies` are name: (kind, who answers, who signs); `people` are name:
    (agency or nothing, role or capacity). Every address is of a domain that the coordinator lists.
    """
    served.command("partnership", "add", name, "--procedure", procedure)
    whose = ("--partnership", name)
    held = ("--capacity", "coordinator", "--role", role)
    served.command("person", "add", coordinator, mail(coordinator, domain), *held, *whose)
    served.command("person", "add", f"Keeper of {name}", f"keeper@{domain}", *whose)
    keeper = visit("/sign-in", base_url=served.address)
    begin(keeper, f"Keeper of {name}")
    for agency, (kind, lead, signatory) in agencies.items():
        keeper.goto("/agencies/new")
        answers = {"name": agency, "kind": kind}
        for part, person in (("lead", lead), ("senior-signatory", signatory)):
            answers |= {f"{part}-name": person, f"{part}-job-title": "Director", f"{part}-email": mail(person, domain)}
        send(keeper, answers)
    for person, (agency, held) in people.items():
        keeper.goto("/people/new")
        answers = {"name": person, "email": mail(person, domain), "role": held}
        if agency:
            answers["agency"] = keeper.locator("#agency option", has_text=agency).get_attribute("value")
        send(keeper, answers)
    keeper.context.close()
    page = visit("/sign-in", base_url=served.address)
    begin(page, coordinator)
    page.goto("/domains/new")
    send(page, {"domain": domain, "reason": "Everybody of the story writes from there"})
    page.context.close()


def mail(person, domain):
    return address(person) + domain


def send(page, answers):
    fill(page, answers)
    page.locator("main form .acts button").first.click()
    page.wait_for_load_state()
    assert page.locator(".errors").count() == 0, page.locator(".errors").inner_text()
