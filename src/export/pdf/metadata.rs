//! Who and what the file is about, twice: as the information dictionary and
//! as XMP, which must agree. No date: the same CV gives the same bytes.

use super::file::File;
use super::text::set_text;
use crate::export::block::Composition;
use crate::export::markup::escaped;
use pdf_writer::{Name, Ref};

const PRODUCER: &str = "CV Review";

pub(super) fn write(composition: &Composition, info: Ref, file: &mut File) -> Ref {
    file.object(info, |chunk| {
        let mut info = chunk.indirect(info).start::<pdf_writer::writers::DocumentInfo<'_>>();
        set_text(&mut info, Name(b"Title"), &composition.title);
        set_text(&mut info, Name(b"Producer"), PRODUCER);
        if !composition.author.is_empty() {
            set_text(&mut info, Name(b"Author"), &composition.author);
        }
    });
    let id = file.reserve();
    file.stream(id, packet(composition).as_bytes(), |stream| {
        stream.pair(Name(b"Type"), Name(b"Metadata")).pair(Name(b"Subtype"), Name(b"XML"));
    });
    id
}

fn packet(composition: &Composition) -> String {
    let title = escaped(&composition.title);
    let author = match composition.author.as_str() {
        "" => String::new(),
        author => format!("<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>", escaped(author)),
    };
    let language = composition.language;
    format!(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\
         <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>{author}\
         <dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>\
         <pdf:Producer>{PRODUCER}</pdf:Producer>\
         <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\
         <pdfuaid:part>1</pdfuaid:part>\
         </rdf:Description>{UA_SCHEMA}</rdf:RDF></x:xmpmeta><?xpacket end=\"r\"?>"
    )
}

/// PDF/A knows the property that says "PDF/UA-1" only when the file explains
/// it (ISO 19005-2, 6.6.2.3).
const UA_SCHEMA: &str = "<rdf:Description rdf:about=\"\" \
    xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\" \
    xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\" \
    xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\
    <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>\
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\
    <pdfaProperty:name>part</pdfaProperty:name>\
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
    <pdfaProperty:category>internal</pdfaProperty:category>\
    <pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\
    </rdf:li></rdf:Seq></pdfaSchema:property>\
    </rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>";
