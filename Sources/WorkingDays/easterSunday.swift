/// Easter Sunday of a year from 1800 to 2199: the Sunday after the church's full moon.
///
/// In 2026 that moon is Thursday 2026-04-02 and Easter is 2026-04-05. In 2038 the moon falls on
/// Sunday 2038-04-18 and Easter a week later, 2038-04-25, the latest it can be.
func easterSunday(of year: Int) -> Day {
    let moon = Day(valid: year, 3, 21).number + Int32(daysToPaschalMoon(in: year))
    return Day(uncheckedNumber: moon + 1).onOrAfter(.sunday)
}

/// Days from 21 March to the church's full moon, 0 to 28.
private func daysToPaschalMoon(in year: Int) -> Int {
    let placeInMoonCycle = year % 19
    let century = year / 100
    let leapDaysLost = century - century / 4
    let moonDrift = (8 * century + 13) / 25
    let days = (15 + leapDaysLost - moonDrift + 19 * placeInMoonCycle) % 30
    // The tables allow no moon after 18 April and no two alike within one cycle of 19 years.
    let isTooLate = days == 29 || (days == 28 && placeInMoonCycle > 10)
    return isTooLate ? days - 1 : days
}
