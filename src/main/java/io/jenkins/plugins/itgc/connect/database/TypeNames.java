package io.jenkins.plugins.itgc.connect.database;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the type that a script writes with the one that a database tells. */
final class TypeNames {
    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9_ ]+?)(?:\\s*\\(([^)]*)\\)\\s*([a-z ]*))?");
    private static final Set<String> SIZED = Set.of("varchar", "char");
    private static final Map<String, String> FAMILY = families(
            "int: int integer int4 serial serial4 mediumint",
            "bigint: bigint int8 bigserial serial8",
            "smallint: smallint int2 smallserial serial2",
            "bool: bool boolean tinyint bit",
            "varchar: varchar|character varying|nvarchar|varchar2",
            "char: char character bpchar nchar",
            "text: text longtext mediumtext clob",
            "numeric: numeric decimal dec",
            "real: real float4 float",
            "double: double|double precision|float8",
            "timestamp: timestamp|timestamp without time zone",
            "timestamptz: timestamptz|timestamp with time zone",
            "datetime: datetime",
            "date: date",
            "time: time|time without time zone",
            "json: json",
            "jsonb: jsonb",
            "uuid: uuid",
            "bytes: bytea blob longblob");

    private TypeNames() {}

    /** How sure it is. */
    enum Comparison {
        /** Both names mean one type, of a size that fits. */
        SAME,
        /** They mean different types, or sizes that differ. */
        OTHER,
        /** At least one name is not known, so nobody can tell. */
        UNSURE
    }

    private static Map<String, String> families(String... lines) {
        Map<String, String> families = new HashMap<>();
        for (String line : lines) {
            String[] parts = line.split(": ", 2);
            String divider = parts[1].contains("|") ? "\\|" : " ";
            Arrays.stream(parts[1].split(divider, -1)).forEach(name -> families.put(name, parts[0]));
        }
        return families;
    }

    static Comparison compare(String written, Catalog.ColumnFacts actual) {
        Matcher form = WRITTEN.matcher(written.toLowerCase(Locale.ROOT).trim());
        if (!form.matches()) {
            return Comparison.UNSURE;
        }
        String name = (form.group(1) + (form.group(3) == null ? "" : " " + form.group(3)))
                .trim()
                .replaceAll("\\s+(unsigned|zerofill)\\b", "");
        String told = actual.type()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*\\)|\\s+unsigned", "")
                .trim();
        String wanted = FAMILY.get(name);
        String family = FAMILY.get(told);
        if (wanted == null || family == null) {
            return name.equals(told) ? Comparison.SAME : Comparison.UNSURE;
        }
        boolean sameSize = form.group(2) == null || sizesFit(wanted, form.group(2), actual);
        return wanted.equals(family) && sameSize ? Comparison.SAME : Comparison.OTHER;
    }

    private static boolean sizesFit(String family, String written, Catalog.ColumnFacts actual) {
        List<String> sizes =
                Arrays.stream(written.split(",", -1)).map(String::trim).toList();
        if (SIZED.contains(family)) {
            return sizes.get(0).equals(String.valueOf(actual.size()));
        }
        if (family.equals("numeric")) {
            String digits = sizes.size() > 1 ? sizes.get(1) : "0";
            return sizes.get(0).equals(String.valueOf(actual.size())) && digits.equals(String.valueOf(actual.digits()));
        }
        return true;
    }
}
