//! Predefined CMaps (ISO 32000-1, 9.7.5.2): tables of East Asian encodings that
//! files name and do not hold. They are data beside the program, in
//! `assets/cmaps`, and most files need none. The worker fetches one from our
//! own origin when a file has asked for it, and reads the file again.

use hayro_font::hayro_cmap::CMapName;
use std::collections::BTreeMap;
use std::sync::Mutex;

/// All that there are: a file cannot ask for anything else.
const NAMES: &[&str] = &[
    "83pv-RKSJ-H",
    "90ms-RKSJ-H",
    "90ms-RKSJ-V",
    "90msp-RKSJ-H",
    "90msp-RKSJ-V",
    "90pv-RKSJ-H",
    "Add-RKSJ-H",
    "Add-RKSJ-V",
    "Adobe-CNS1-UCS2",
    "Adobe-GB1-UCS2",
    "Adobe-Japan1-UCS2",
    "Adobe-Korea1-UCS2",
    "B5pc-H",
    "B5pc-V",
    "CNS-EUC-H",
    "CNS-EUC-V",
    "ETen-B5-H",
    "ETen-B5-V",
    "ETenms-B5-H",
    "ETenms-B5-V",
    "EUC-H",
    "EUC-V",
    "Ext-RKSJ-H",
    "Ext-RKSJ-V",
    "GB-EUC-H",
    "GB-EUC-V",
    "GBK-EUC-H",
    "GBK-EUC-V",
    "GBK2K-H",
    "GBK2K-V",
    "GBKp-EUC-H",
    "GBKp-EUC-V",
    "GBpc-EUC-H",
    "GBpc-EUC-V",
    "H",
    "HKscs-B5-H",
    "HKscs-B5-V",
    "KSC-EUC-H",
    "KSC-EUC-V",
    "KSCms-UHC-H",
    "KSCms-UHC-HW-H",
    "KSCms-UHC-HW-V",
    "KSCms-UHC-V",
    "KSCpc-EUC-H",
    "UniCNS-UCS2-H",
    "UniCNS-UCS2-V",
    "UniCNS-UTF16-H",
    "UniCNS-UTF16-V",
    "UniGB-UCS2-H",
    "UniGB-UCS2-V",
    "UniGB-UTF16-H",
    "UniGB-UTF16-V",
    "UniJIS-UCS2-H",
    "UniJIS-UCS2-HW-H",
    "UniJIS-UCS2-HW-V",
    "UniJIS-UCS2-V",
    "UniJIS-UTF16-H",
    "UniJIS-UTF16-V",
    "UniKS-UCS2-H",
    "UniKS-UCS2-V",
    "UniKS-UTF16-H",
    "UniKS-UTF16-V",
    "V",
];

/// By name; `None` when it was asked for and is not there.
static KNOWN: Mutex<BTreeMap<&'static str, Option<&'static [u8]>>> = Mutex::new(BTreeMap::new());

/// The table behind a name, if it is there.
pub(super) fn resolve(name: CMapName<'_>) -> Option<&'static [u8]> {
    let name = *NAMES.iter().find(|known| known.as_bytes() == name.to_bytes())?;
    *KNOWN.lock().ok()?.entry(name).or_insert_with(|| on_disk(name))
}

/// What was asked for since the last call and is not there.
pub fn missing_cmaps() -> Vec<&'static str> {
    let Ok(mut known) = KNOWN.lock() else { return Vec::new() };
    let missing = known.iter().filter(|(_, table)| table.is_none()).map(|(name, _)| *name).collect();
    known.retain(|_, table| table.is_some());
    missing
}

/// Adds a table, which stays as long as the program does.
pub fn add_cmap(name: &str, table: Vec<u8>) {
    let Some(name) = NAMES.iter().find(|known| **known == name) else { return };
    if let Ok(mut known) = KNOWN.lock() {
        known.insert(name, Some(table.leak()));
    }
}

/// Outside of a browser they are in the repository.
#[cfg(not(target_arch = "wasm32"))]
fn on_disk(name: &str) -> Option<&'static [u8]> {
    let path = format!("{}/assets/cmaps/{name}.txt", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).ok().map(|table| &*table.leak())
}

#[cfg(target_arch = "wasm32")]
fn on_disk(_: &str) -> Option<&'static [u8]> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_table_is_there_and_can_be_read() {
        use hayro_font::hayro_cmap::CMap;
        for name in NAMES {
            let table = resolve(CMapName::from_bytes(name.as_bytes())).unwrap_or_else(|| panic!("{name}"));
            assert!(CMap::parse(table, resolve).is_some(), "{name}");
        }
        let table = resolve(CMapName::from_bytes(b"UniJIS-UTF16-H")).unwrap();
        let map = CMap::parse(table, resolve).unwrap();
        assert_eq!(map.lookup_cid_code(0x65E5, 2), Some(3284));
        assert_eq!(resolve(CMapName::from_bytes(b"../secret")), None);
    }
}
