use cv_review::{extract, input};
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let b = std::fs::read(&a[1]).unwrap();
    let raw = input::receive(&a[1], b).unwrap();
    let d = extract::read(&raw).unwrap();
    for (pn, p) in d.pages.iter().enumerate() {
        for (bn, b) in p.blocks.iter().enumerate() {
            for l in &b.lines {
                let t = l.text();
                if a.len() > 2 && !t.contains(&a[2]) {
                    continue;
                }
                println!(
                    "p{pn} b{bn} {:?} c{} #{} {}",
                    b.kind,
                    b.column,
                    l.id.0,
                    if l.bullet { "*" } else { "" }
                );
                for w in &l.words {
                    print!(
                        " [{} x{:.0}-{:.0} y{:.0} s{:.1} w{} {}{:?}]",
                        w.text,
                        w.rect.x,
                        w.rect.x + w.rect.width,
                        w.rect.y,
                        w.size,
                        w.weight,
                        if w.italic { "i " } else { "" },
                        w.color
                    )
                }
                println!();
            }
        }
    }
}
