/// An id as HTML allows it: what people typed may hold spaces, an id may not.
func anchor(_ id: String) -> String {
    guard id.utf8.contains(where: { $0 <= 0x20 }) else { return id }
    return id.split { $0.isWhitespace }.joined(separator: "-")
}
