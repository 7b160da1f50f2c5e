extension ProblemPage {
    package static let notFound = ProblemPage(
        title: "Page not found",
        text: "There is no such page. Check the address, or begin again at the plan."
    )
    package static let notUnderstood = ProblemPage(
        title: "That could not be read",
        text:
            "Something in the address is not as it should be. Begin again at the plan; nothing was stored."
    )
    package static let broken = ProblemPage(
        title: "Sorry, something went wrong",
        text: "The page could not be made. Try again in a moment; nothing was stored."
    )
}
