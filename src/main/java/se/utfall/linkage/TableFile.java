package se.utfall.linkage;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The compact form of a table at rest: a head with columns and code lists, then per running number and period one state byte and the packed values. */
final class TableFile {
    private static final int FORM = 1;

    private TableFile() {}

    static void write(TableGrid grid, DataOutputStream out) throws IOException {
        List<ColumnReading> columns = grid.columns();
        out.writeInt(FORM);
        out.writeInt(grid.persons());
        out.writeInt(grid.coverage().count());
        out.writeInt(columns.size());
        int cellWidth = 1;
        for (int i = 0; i < columns.size(); i++) {
            out.writeUTF(columns.get(i).column().name());
            out.writeByte(grid.values(i).width());
            writeCodes(columns.get(i).codes().list(), out);
            cellWidth += grid.values(i).width();
        }
        byte[] row = new byte[cellWidth * grid.coverage().count()];
        for (int number = 1; number <= grid.persons(); number++) {
            int at = 0;
            for (int position = 0; position < grid.coverage().count(); position++) {
                int cell = grid.cell(number, position);
                row[at++] = grid.state(cell);
                for (int i = 0; i < columns.size(); i++) {
                    at = grid.values(i).write(cell, row, at);
                }
            }
            out.write(row);
        }
    }

    private static void writeCodes(List<String> codes, DataOutputStream out) throws IOException {
        out.writeInt(codes.size());
        for (String code : codes) {
            out.writeUTF(code);
        }
    }

    /** Reads a table person by person; at first before the first person. */
    static final class Cursor implements AutoCloseable {
        private final DataInputStream in;
        private final List<String> names = new ArrayList<>();
        private final List<List<String>> codes = new ArrayList<>();
        private final int[] widths;
        private final int[] offsets;
        private final int cellWidth;
        private final byte[] row;

        Cursor(DataInputStream in) throws IOException {
            this.in = in;
            if (in.readInt() != FORM) {
                throw new IOException("a table of another form");
            }
            in.readInt();
            int periods = in.readInt();
            int columns = in.readInt();
            widths = new int[columns];
            offsets = new int[columns];
            int offset = 1;
            for (int i = 0; i < columns; i++) {
                names.add(in.readUTF());
                widths[i] = in.readByte();
                offsets[i] = offset;
                offset += widths[i];
                codes.add(readCodes(in));
            }
            cellWidth = offset;
            row = new byte[cellWidth * periods];
        }

        private static List<String> readCodes(DataInputStream in) throws IOException {
            int size = in.readInt();
            List<String> list = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                list.add(in.readUTF());
            }
            return list;
        }

        /** Moves to the next running number. */
        void advance() throws IOException {
            in.readFully(row);
        }

        /** Position of the column, -1 when it was not ordered. */
        int column(String name) {
            return names.indexOf(name);
        }

        boolean state(int position, int bit) {
            return (row[position * cellWidth] & bit) != 0;
        }

        boolean linkedAnywhere() {
            for (int at = 0; at < row.length; at += cellWidth) {
                if ((row[at] & TableGrid.LINKED) != 0) {
                    return true;
                }
            }
            return false;
        }

        long value(int position, int column) {
            return PackedLongs.read(row, position * cellWidth + offsets[column], widths[column]);
        }

        String code(int column, long number) {
            return codes.get(column).get((int) number);
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
