"""Small, enlarged, dark, in the reader's own colours: nothing is lost."""

import pytest
from pages import LOOKS, PAGES
from checks import STICKING_OUT, axe_findings, check_narrow, open_all_details

looks = pytest.mark.parametrize("name", LOOKS)


@looks
def test_at_320_pixels_nothing_but_the_picture_scrolls_sideways(visit, picture, name):
    page = visit(PAGES[name][0], viewport={"width": 320, "height": 640})
    picture(page, f"{name}-320")
    assert page.evaluate(STICKING_OUT) == []
    open_all_details(page)
    check_narrow(page)
    assert axe_findings(page) == []


@looks
def test_at_400_per_cent_it_can_still_be_used(visit, picture, name):
    page = visit(PAGES[name][0], viewport={"width": 320, "height": 256}, device_scale_factor=4)
    picture(page, f"{name}-400-per-cent", scale="css")
    assert page.evaluate(STICKING_OUT) == []
    for control in page.locator(":is(main a, main button, main input, main summary):visible").all()[:12]:
        control.click(trial=True)


@looks
def test_in_the_dark_it_is_dark_and_can_be_read(visit, picture, name):
    page = visit(PAGES[name][0], color_scheme="dark")
    picture(page, f"{name}-dark")
    background = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert sum(int(part) for part in background[4:-1].split(",")) < 200
    open_all_details(page)
    assert axe_findings(page) == []


@looks
def test_in_the_readers_own_colours_every_mark_still_shows(visit, picture, name):
    page = visit(PAGES[name][0], forced_colors="active")
    picture(page, f"{name}-forced-colours")
    invisible = page.evaluate(
        """() => [...document.querySelectorAll('svg.timeline rect, svg.timeline circle, svg.timeline path, .tag')]
            .filter(one => one.checkVisibility())
            .filter(one => {
                const style = getComputedStyle(one)
                const page = getComputedStyle(document.body).backgroundColor
                const drawn = one.matches('.tag') ? [style.color] : [style.fill, style.stroke]
                return drawn.every(colour => colour === 'none' || colour === page)
            })
            .filter(one => !one.matches('.off-day, .bank-day'))
            .map(one => one.outerHTML.slice(0, 120))"""
    )
    assert invisible == []


@looks
def test_with_the_readers_own_spacing_nothing_is_cut_off(visit, name):
    """WCAG 1.4.12: lines 1.5, letters 0.12, words 0.16."""
    page = visit(PAGES[name][0])
    page.evaluate(
        """() => document.querySelectorAll('body *').forEach(one => {
            if (one.closest('svg')) return
            one.style.lineHeight = '1.5'; one.style.letterSpacing = '0.12em'; one.style.wordSpacing = '0.16em'
        })"""
    )
    assert page.evaluate(STICKING_OUT) == []
    cut = page.evaluate(
        """() => [...document.querySelectorAll('main *, header *, footer *')]
            .filter(one => one.checkVisibility() && !one.closest('.unseen, .skip, svg, select'))
            .filter(one => getComputedStyle(one).overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 2)
            .map(one => one.outerHTML.slice(0, 120))"""
    )
    assert cut == []


@looks
def test_what_moves_stays_still_for_those_who_ask(visit, name):
    page = visit(PAGES[name][0], reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(one => {
            const style = getComputedStyle(one)
            return style.animationName !== 'none'
                || style.transitionDuration.split(',').some(time => parseFloat(time) > 0.01)
        }).map(one => one.outerHTML.slice(0, 120))"""
    )
    assert moving == []
