#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fordela_fuzz::workbook(data));
