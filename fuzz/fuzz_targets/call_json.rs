#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| fordela_fuzz::call_json(data));
