/// The place of a thing in its procedure's list: a name that has been looked up and is known to exist.
@usableFromInline
package struct Reference<Thing>: Hashable, Sendable {
    /// Position in the list, from 0.
    @usableFromInline package let number: Int

    package init(_ number: Int) {
        self.number = number
    }
}

extension Array {
    @inlinable package subscript(_ reference: Reference<Element>) -> Element {
        _read { yield self[reference.number] }
    }
}
