package import Partnerships

extension Identifier: ExpressibleByIntegerLiteral {
    /// A name a test writes as a small number.
    package init(integerLiteral number: Int64) {
        guard let identifier = Identifier(number: number) else {
            preconditionFailure("\(number) is no identifier")
        }
        self = identifier
    }
}

extension CaseReference: ExpressibleByStringLiteral {
    /// A reference a test writes as `"4qx-7md"`.
    package init(stringLiteral text: String) {
        guard let reference = CaseReference(text) else {
            preconditionFailure("\(text) is no case reference")
        }
        self = reference
    }
}
