use cv_review::{extract, input};
fn main() {
    for f in std::env::args().skip(1) {
        let b = std::fs::read(&f).unwrap();
        let raw = input::receive(&f, b).unwrap();
        if let Ok(d) = extract::read(&raw) {
            let t = std::time::Instant::now();
            for _ in 0..20 {
                std::hint::black_box(extract::structure(&d));
            }
            println!("{:.2} ms {}", t.elapsed().as_secs_f64() * 50.0, f.rsplit('/').next().unwrap());
        }
    }
}
