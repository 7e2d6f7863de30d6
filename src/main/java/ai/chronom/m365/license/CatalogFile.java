package ai.chronom.m365.license;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A CSV file that ships with us; its first line names the columns. */
final class CatalogFile {
  private CatalogFile() {}

  static List<NamedCsvRecord> rows(String name) {
    try (InputStream file =
            Objects.requireNonNull(CatalogFile.class.getResourceAsStream(name), name);
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a field that holds several. */
  static List<String> words(String field, String separator) {
    return field.isEmpty() ? List.of() : List.of(field.split(separator));
  }
}
