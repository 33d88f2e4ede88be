import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Checks files with veraPDF: FLAVOURS FILE..., one line a file and flavour, its broken rules under it. */
public class Vera {
  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    for (int at = 1; at < arguments.length; at++) {
      for (String name : arguments[0].split(",")) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(Files.newInputStream(Path.of(arguments[at])), flavour)) {
          ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
          System.out.println((result.isCompliant() ? "ok" : "BROKEN") + "\t" + flavour.getId() + "\t" + result.getTotalAssertions() + "\t" + arguments[at]);
          Map<String, Integer> broken = new LinkedHashMap<>();
          for (TestAssertion check : result.getTestAssertions()) {
            if (check.getStatus() == TestAssertion.Status.FAILED) {
              broken.merge(check.getRuleId().getClause() + " test " + check.getRuleId().getTestNumber() + ": " + check.getMessage(), 1, Integer::sum);
            }
          }
          broken.forEach((rule, count) -> System.out.println("\t" + count + " x " + rule));
        }
      }
    }
  }
}
