//! The formats of cells.

use std::collections::BTreeMap;
use std::io::BufRead;

use crate::fault::WorkbookFault;
use crate::format::Format;
use crate::limits::Limit;
use crate::xml::Xml;

/// The characters of a format. Excel allows 255.
const CODE_LENGTH: usize = 1_000;

/// The format of each style that cells refer to by its place.
pub(crate) fn formats<R: BufRead>(mut xml: Xml<R>) -> Result<Vec<Format>, WorkbookFault> {
    let mut spelt = BTreeMap::new();
    let mut styles: Vec<u32> = Vec::new();
    xml.root("styleSheet")?;
    while xml.child()? {
        match xml.name() {
            "numFmts" => read_spelt(&mut xml, &mut spelt)?,
            "cellXfs" => read_styles(&mut xml, &mut styles)?,
            _ => xml.skip()?,
        }
    }
    xml.finish()?;
    Ok(styles.iter().map(|number| spelt.get(number).cloned().unwrap_or_else(|| Format::built_in(*number))).collect())
}

fn read_spelt<R: BufRead>(xml: &mut Xml<R>, spelt: &mut BTreeMap<u32, Format>) -> Result<(), WorkbookFault> {
    let mut count = 0;
    while xml.child()? {
        count_one(&mut count)?;
        let (mut number, mut format) = (None, None);
        xml.attributes(|key, value| match key {
            "numFmtId" => number = value.parse().ok(),
            "formatCode" => format = (value.len() <= CODE_LENGTH).then(|| Format::spelt(&value)),
            _ => {}
        })?;
        let (Some(number), Some(format)) = (number, format) else { return Err(xml.damaged()) };
        spelt.insert(number, format);
        xml.skip()?;
    }
    Ok(())
}

fn read_styles<R: BufRead>(xml: &mut Xml<R>, styles: &mut Vec<u32>) -> Result<(), WorkbookFault> {
    let mut count = 0;
    while xml.child()? {
        count_one(&mut count)?;
        let number = match xml.attribute("numFmtId")? {
            Some(number) => number.parse().map_err(|_| xml.damaged())?,
            None => 0,
        };
        styles.push(number);
        xml.skip()?;
    }
    Ok(())
}

fn count_one(count: &mut u64) -> Result<(), WorkbookFault> {
    *count += 1;
    if Limit::Formats.is_passed_by(*count) { Err(WorkbookFault::Limit(Limit::Formats)) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Shown;

    fn read(xml: &str) -> Result<Vec<Format>, WorkbookFault> {
        formats(Xml::new("x", xml.as_bytes()))
    }

    #[test]
    fn styles_have_the_formats_they_refer_to() {
        let xml = "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='0&quot; kr&quot;'/></numFmts><cellStyleXfs>\
                   <xf numFmtId='9'/></cellStyleXfs><cellXfs><xf/><xf numFmtId='164'><alignment/></xf><xf numFmtId='14'/>\
                   <xf numFmtId='999'/></cellXfs></styleSheet>";
        let plain = Format::Number(Shown::Plain);
        assert_eq!(
            read(xml).unwrap(),
            [plain.clone(), Format::Number(Shown::Currency("kr".into())), Format::Date, plain]
        );
    }

    #[test]
    fn formats_that_cannot_be_are_damaged() {
        let long = format!(
            "<styleSheet><numFmts><numFmt numFmtId='1' formatCode='{}'/></numFmts></styleSheet>",
            "0".repeat(1_001)
        );
        for xml in [
            long.as_str(),
            "<styleSheet><numFmts><numFmt numFmtId='a' formatCode='0'/></numFmts></styleSheet>",
            "<styleSheet><cellXfs><xf numFmtId='-1'/></cellXfs></styleSheet>",
            "<styles/>",
        ] {
            assert_eq!(read(xml), Err(WorkbookFault::DamagedPart { part: "x".to_owned() }), "{xml}");
        }
    }

    #[test]
    fn too_many_formats_are_refused() {
        for (list, format) in [("numFmts", "<numFmt numFmtId='1' formatCode=''/>"), ("cellXfs", "<xf/>")] {
            let xml = format!("<styleSheet><{list}>{}</{list}></styleSheet>", format.repeat(65_537));
            assert_eq!(read(&xml), Err(WorkbookFault::Limit(Limit::Formats)));
        }
    }
}
