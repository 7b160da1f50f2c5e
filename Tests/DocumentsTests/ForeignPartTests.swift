import Pages
import Testing
import Views

@testable import Documents

private func page(_ body: String) -> [UInt8] {
    Array("<!DOCTYPE html>\n<html lang=\"en-GB\"><body>\(body)</body></html>".utf8)
}

@Suite("HTML that is not ours")
struct ForeignPartTests {
    @Test func `is none of what a document holds, whatever people wrote in it`() {
        for pictures in [PictureForm.embedded, .dots([[0x89, 0x50]])] {
            let html = documentHTML(SampleDocument.document, pictures: pictures)
            #expect(foreignPart(of: html) == nil)
        }
    }

    @Test(
        arguments: [
            (#"<img src="file:///etc/passwd">"#, "an address of another file in src of img"),
            (#"<img src="http://127.0.0.1/x.png">"#, "an address of another file in src of img"),
            (#"<img src="/etc/passwd">"#, "an address of another file in src of img"),
            (
                #"<img src="DATA:image/png;base64,QQ==">"#,
                "an address of another file in src of img"
            ),
            (
                #"<img src="data:text/html;base64,QQ==">"#,
                "an address of another file in src of img"
            ),
            (
                #"<img src="data:image/svg+xml,<image href='file:///x'>">"#,
                "an address of another file in src of img"
            ),
            (#"<a href="file:///etc/passwd">x</a>"#, "an address of another file in href of a"),
            (#"<a href="javascript:x">x</a>"#, "an address of another file in href of a"),
            (#"<div href="https://example.org">"#, "an address of another file in href of div"),
            (#"<link rel="stylesheet" href="file:///x">"#, "the element link"),
            ("<style>@import url(file:///x)</style>", "the element style"),
            (#"<p style="background:url(file:///x)">"#, "the attribute style of p"),
            (#"<p background="x">"#, "the attribute background of p"),
            (#"<body onload="x">"#, "the attribute onload of body"),
            (#"<object data="file:///x">"#, "the element object"),
            (#"<iframe src="file:///x">"#, "the element iframe"),
            (#"<base href="file:///">"#, "the element base"),
            (#"<svg><image href="file:///x"/></svg>"#, "the element svg"),
            ("<!-- a --><p>", "markup that is no element"),
            ("<?php x ?>", "markup that is no element"),
            ("<IMG SRC=x>", "markup that is no element"),
            ("<img src=file:///x>", "the attribute src without its value"),
            ("<img src='file:///x'>", "the attribute src without its value"),
            ("<img\tsrc=\"file:///x\">", "an element img that is not written as ours are"),
            ("<img/src=\"file:///x\">", "an element img that is not written as ours are"),
            ("<p", "an element p that is not written as ours are"),
        ]
    )
    func `is named by its element and attribute`(_ body: String, _ words: String) {
        #expect(foreignPart(of: page(body)) == ForeignPart(words: words))
    }

    @Test func `is nowhere in text that only speaks of it`() {
        #expect(foreignPart(of: page("<p>url(file:///x) src=\"y\" &lt;img&gt;</p>")) == nil)
    }
}
